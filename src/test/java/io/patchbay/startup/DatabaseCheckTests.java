package io.patchbay.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.startup.DatabaseSettings.Access;
import io.patchbay.startup.Finding.Outcome;
import io.patchbay.testsupport.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What is wrong with a database is said before anything uses it, with the setting and what to write. */
class DatabaseCheckTests {

    private static TestDatabase database = new TestDatabase("");

    @BeforeAll
    static void create() {
        database = TestDatabase.named("patchbay_startup");
        database.execute("""
                do $$ begin
                  create role patchbay_startup_bypass login bypassrls;
                  create role patchbay_startup_member login in role patchbay_cross_tenant;
                exception when duplicate_object then null; end $$
                """);
    }

    @Test
    void rolesOfTheScriptPass() {
        assertThat(run()).extracting(Finding::outcome).containsOnly(Outcome.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "patchbay_owner, owns the database",
        "patchbay_owner, member of patchbay_cross_tenant",
        "postgres, superuser",
        "patchbay_startup_bypass, bypass row-level security",
        "patchbay_startup_member, member of patchbay_cross_tenant"
    })
    void aRoleAboveRowLevelSecurityIsRefused(String role, String why) {
        assertThat(failure(Setting.USER.property(), role))
                .contains(role, why, "Set spring.datasource.username (SPRING_DATASOURCE_USERNAME) to patchbay_app");
    }

    @Test
    void migrationsAsSuperuserAreRefused() {
        assertThat(failure(Setting.OWNER.property(), "postgres"))
                .contains("superuser", "Set spring.flyway.user (SPRING_FLYWAY_USER) to patchbay_owner");
    }

    @Test
    void migrationsAsTheApplicationAreRefused() {
        assertThat(failure(Setting.OWNER.property(), "patchbay_app")).contains("may not create tables");
    }

    @Test
    void aDatabaseWithoutTheRolesScriptIsTheWrongOne() throws SQLException {
        try (var admin = database.asSuperuser();
                var statement = admin.createStatement()) {
            statement.execute("drop database if exists patchbay_startup_other");
            statement.execute("create database patchbay_startup_other");
        }
        var other = database.url().replace("patchbay_startup", "patchbay_startup_other");
        assertThat(failure(Setting.URL.property(), other, Setting.OWNER_URL.property(), other))
                .contains("wrong database", "src/main/resources/db/roles.sql", "spring.flyway.url");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        var nowhere = database.url() + "_nowhere";
        assertThat(failure(Setting.URL.property(), nowhere)).contains(nowhere, "spring.datasource.url");
    }

    @Test
    void aRoleThatIsNotThereIsNamed() {
        assertThat(failure(Setting.USER.property(), "patchbay_nobody"))
                .contains("patchbay_nobody", "spring.datasource.password (SPRING_DATASOURCE_PASSWORD)");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        assertThat(failure(Setting.URL.property(), "jdbc:postgresql://localhost:1/patchbay"))
                .contains("doesn't answer", "jdbc:postgresql://localhost:1/patchbay");
    }

    @ParameterizedTest
    @CsvSource({"''", "jdbc:mysql://localhost/patchbay", "jdbc:postgresql://localhost:port/patchbay?password=secret"})
    void anAddressThatIsNoneIsSaidToBe(String url) {
        assertThat(failure(Setting.URL.property(), url))
                .contains("Set spring.datasource.url (SPRING_DATASOURCE_URL)", "jdbc:postgresql://host:5432/patchbay")
                .doesNotContain("secret");
    }

    @Test
    void aWrongPasswordNamesItsSetting() {
        var owner = DatabaseSettings.of(environment()).owner();
        assertThat(DatabaseCheck.refusal(owner, new SQLException("no", "28P01")))
                .contains("patchbay_owner", "Set spring.flyway.password (SPRING_FLYWAY_PASSWORD)");
    }

    @Test
    void anAddressIsShownWithoutItsParameters() {
        var access = new Access(Setting.URL, Setting.PASSWORD, "jdbc:postgresql://db/x?password=secret", "me", "");
        assertThat(access.toString()).isEqualTo("me at jdbc:postgresql://db/x");
    }

    @ParameterizedTest
    @CsvSource({"14, FAILED", "15, PASSED", "18, PASSED", "19, WARNING"})
    void postgreSql15To18IsSupported(int version, Outcome outcome) {
        assertThat(DatabaseCheck.version(version).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, PASSED", "2, 3, PASSED", "3, 3, PASSED", "4, 3, WARNING"})
    void aNewerSchemaIsSaidToBe(int stored, int own, Outcome outcome) {
        assertThat(SchemaCheck.compare(stored, own).outcome()).isEqualTo(outcome);
    }

    private static String failure(String... changes) {
        var failed = run(changes).stream().filter(Finding::isFailed).toList();
        assertThat(failed).isNotEmpty();
        return failed.getFirst().message();
    }

    private static List<Finding> run(String... changes) {
        var environment = environment();
        for (int i = 0; i < changes.length; i += 2) {
            environment.setProperty(changes[i], changes[i + 1]);
        }
        return DatabaseCheck.run(DatabaseSettings.of(environment));
    }

    private static MockEnvironment environment() {
        var environment = new MockEnvironment();
        database.properties().forEach((name, value) -> environment.setProperty(name, value.toString()));
        return environment;
    }
}
