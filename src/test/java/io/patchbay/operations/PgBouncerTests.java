package io.patchbay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.util.TestSocketUtils;

/** A portal behind PgBouncer in transaction mode. Skipped where Debian's package is not installed. */
@PortalTest
@EnabledIf("io.patchbay.operations.PgBouncer#isInstalled")
class PgBouncerTests {

    private static final int CONNECTIONS = 4;
    private static final int PEOPLE = 8;
    private static final int ROUNDS = 15;
    private static final List<String> PAGES =
            List.of("/settings/environments", "/events", "/deployments", "/settings/users", "/notifications");

    @Test
    void pagesJobsAndVerificationWorkAndCompaniesStayApart(Portal portal) throws Exception {
        var contoso = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var fabrikam = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        var port = TestSocketUtils.findAvailableTcpPort();
        try (var pooler = PgBouncer.before(portal.database().url(), CONNECTIONS)) {
            await().until(pooler::isThere);
            try (var instance = portal.another(
                    port,
                    Map.of(
                            "patchbay.portal.base-url",
                            portal.url(),
                            "patchbay.event.seal-every",
                            "1s",
                            "patchbay.connect.first-delay",
                            "50ms",
                            "spring.datasource.url",
                            pooler.url()))) {
                assertThat(preparesStatements(instance.getBean(DataSource.class)))
                        .isFalse();
                contoso.connect(contoso.environment(), Contoso.ADMIN).awaitOutcome();
                assertThat(portal.database().count("intune_connection where state = 'CONNECTED'"))
                        .isOne();
                var there = "http://localhost:" + port;
                walk(contoso, there, "Contoso", "Fabrikam");
                walk(fabrikam, there, "Fabrikam", "Contoso");
                await().until(() -> portal.database().count("event_unsealed") == 0);
                contoso.get(there + "/events/verify");
                assertThat(contoso.post(there + "/events/verify", "from", "", "to", "")
                                .body())
                        .contains("The log is intact");
                assertThat(isolations(pooler)).containsOnly("read committed");
            }
        }
        assertThat(preparesStatements(portal.bean(DataSource.class)))
                .as("without a pooler")
                .isTrue();
    }

    /** Many at once, so that each transaction finds another of the few connections. */
    private static void walk(Surfer person, String there, String own, String foreign) throws Exception {
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            var walks = new ArrayList<Future<?>>();
            for (int one = 0; one < PEOPLE; one++) {
                walks.add(people.submit(() -> {
                    var self = person.sameSession();
                    for (int round = 0; round < ROUNDS; round++) {
                        var page = self.get(there + PAGES.get(round % PAGES.size()));
                        assertThat(page.statusCode())
                                .as(page.uri() + "\n" + page.body())
                                .isEqualTo(200);
                        assertThat(page.body()).contains(own).doesNotContain(foreign);
                    }
                }));
            }
            for (var walk : walks) {
                walk.get();
            }
        }
    }

    /** What the next users of the pooler's connections would find. */
    private static List<String> isolations(PgBouncer pooler) throws Exception {
        var found = new ArrayList<String>();
        for (int i = 0; i < CONNECTIONS; i++) {
            try (var connection = DriverManager.getConnection(pooler.url(), "patchbay_app", "local");
                    var row = connection.createStatement().executeQuery("show default_transaction_isolation")) {
                row.next();
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static boolean preparesStatements(DataSource pools) throws Exception {
        return !"0"
                .equals(pools.unwrap(HikariDataSource.class)
                        .getDataSourceProperties()
                        .getProperty("prepareThreshold"));
    }
}
