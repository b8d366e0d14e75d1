package io.patchbay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.startup.CheckCommand;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.Surfer;
import io.patchbay.testsupport.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/**
 * A backup becomes a portal again: dumped as the right role, restored into an empty server, checked, started, and its log
 * verified. Skipped where Debian's PostgreSQL is not installed.
 */
@EnabledIf("io.patchbay.operations.DebianPostgres#isInstalled")
class BackupTests {

    private static final String DATABASE = "patchbay";
    private static final String BACKUP = "src/deploy/backup/backup";
    private static final String RESTORE = "src/deploy/backup/restore";

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final String home = "http://localhost:" + port;

    @Test
    void whatWasDumpedIsAPortalAgain(@TempDir Path folder) throws Exception {
        try (var microsoft = SimulatedMicrosoft.start(0, 0);
                var first = DebianPostgres.start();
                var second = DebianPostgres.start()) {
            LocalPortal.register(microsoft, port);
            roles(first);
            var database = database(first);
            try (var portal = start(database, microsoft)) {
                var founder = new Surfer(microsoft, home).foundCompany(Contoso.ADMIN, "Contoso");
                founder.connect(founder.environment(), Contoso.ADMIN).awaitOutcome();
                await().atMost(Duration.ofSeconds(30)).until(() -> database.count("event_unsealed") == 0);
                assertThat(portal.isRunning()).isTrue();
            }
            assertThatThrownBy(() -> first.script("patchbay_owner", DATABASE, BACKUP, folder.toString()))
                    .hasMessageContaining("row-level security");
            first.sql(DATABASE, "create role patchbay_backup login bypassrls");
            first.sql(DATABASE, "grant pg_read_all_data to patchbay_backup");
            first.script("patchbay_backup", DATABASE, BACKUP, folder.toString());
            var dump = dump(folder);
            second.script("postgres", DATABASE, RESTORE, dump);
            assertThatThrownBy(() -> second.script("postgres", DATABASE, RESTORE, dump))
                    .hasMessageContaining("not empty");
            passwords(second);
            var restored = database(second);
            assertThat(restored.rowCounts()).isEqualTo(database.rowCounts());
            assertThat(check(restored, microsoft)).contains("Patchbay can start.");
            try (var portal = start(restored, microsoft)) {
                var founder = new Surfer(microsoft, home).signIn(Contoso.ADMIN);
                founder.get("/events/verify");
                assertThat(founder.post("/events/verify").body()).contains("The log is intact");
                assertThat(founder.visit("/settings/environments").body()).contains("Connected");
                assertThat(portal.isRunning()).isTrue();
            }
        }
    }

    private static void roles(DebianPostgres server) throws Exception {
        server.script("postgres", "postgres", "createdb", DATABASE);
        server.script(
                "postgres",
                DATABASE,
                "psql",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--file=src/main/resources/db/roles.sql");
        passwords(server);
    }

    private static void passwords(DebianPostgres server) throws Exception {
        server.sql(DATABASE, "alter role patchbay_owner password 'local'; alter role patchbay_app password 'local'");
    }

    private static TestDatabase database(DebianPostgres server) {
        return new TestDatabase(server.url(DATABASE));
    }

    private static String dump(Path folder) throws Exception {
        try (var dumps = Files.newDirectoryStream(folder, "*.dump")) {
            return dumps.iterator().next().toString();
        }
    }

    private ConfigurableApplicationContext start(TestDatabase database, SimulatedMicrosoft microsoft) {
        return LocalPortal.start(
                port,
                database,
                microsoft,
                Map.of(
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn",
                        "patchbay.catalog.schedule", "-",
                        "patchbay.event.seal-every", "1s"));
    }

    private String check(TestDatabase database, SimulatedMicrosoft microsoft) {
        var out = new ByteArrayOutputStream();
        var arguments = LocalPortal.properties(port, database, microsoft).entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        CheckCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return out.toString(StandardCharsets.UTF_8);
    }
}
