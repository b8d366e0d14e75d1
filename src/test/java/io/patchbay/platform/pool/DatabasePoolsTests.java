package io.patchbay.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.patchbay.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Jobs and requests have connections of their own. */
class DatabasePoolsTests {

    private final TestDatabase database = TestDatabase.named("patchbay_pools");
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final SqlObservations statements = statements(meters);

    private static SqlObservations statements(MeterRegistry meters) {
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        var beans = new StaticListableBeanFactory(Map.of("observations", observations));
        var statements = new SqlObservations(beans.getBeanProvider(ObservationRegistry.class));
        statements.afterSingletonsInstantiated();
        return statements;
    }

    @Test
    void statementsAreMeasuredByPoolAndKindAndNothingElse() throws Exception {
        try (var pools = new DatabasePools(pool("requests", database.url()), pool("jobs", database.url()), statements);
                var connection = pools.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 'a secret'");
            assertThatThrownBy(() -> statement.execute("/* odd */ truncate nothing_at_all"))
                    .isInstanceOf(SQLException.class);
        }
        var timers = meters.find("patchbay.sql").timers();
        assertThat(timers)
                .extracting(timer -> timer.getId().getTags())
                .containsExactlyInAnyOrder(
                        List.of(Tag.of("error", "none"), Tag.of("pool", "requests"), Tag.of("statement", "select")),
                        List.of(
                                Tag.of("error", "PSQLException"),
                                Tag.of("pool", "requests"),
                                Tag.of("statement", "other")));
        assertThat(timers).allMatch(timer -> timer.count() == 1);
    }

    @Test
    void jobsThatTakeAllTheirConnectionsKeepNoRequestWaiting() throws Exception {
        try (var pools =
                new DatabasePools(pool("requests", database.url()), pool("jobs", database.url()), statements)) {
            var taken = new ArrayList<Connection>();
            inJob(() -> taken.add(pools.getConnection()));
            assertThat(name(taken.getFirst())).isEqualTo("jobs");
            assertThat(inJob(() -> taken.add(pools.getConnection()))).isInstanceOf(SQLException.class);
            try (var request = pools.getConnection()) {
                assertThat(name(request)).isEqualTo("requests");
            }
            taken.getFirst().close();
        }
    }

    @Test
    void aPageThatAsksTenTimesIsToldOfAnAbsentDatabaseInTheTimeOfOne() {
        try (var pools = new DatabasePools(
                pool("requests", "jdbc:postgresql://localhost:1/patchbay"),
                pool("jobs", "jdbc:postgresql://localhost:1/patchbay"),
                statements)) {
            var start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(pools::getConnection).isInstanceOf(SQLException.class);
            }
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(2_000);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    /** What the work ended with in a thread of jobs; null where all was well. */
    private static Throwable inJob(Work work) throws Exception {
        var ended = new CompletableFuture<Throwable>();
        new JobThread(() -> {
                    try {
                        work.run();
                        ended.complete(null);
                    } catch (SQLException e) {
                        ended.complete(e);
                    }
                })
                .start();
        return ended.get();
    }

    private static String name(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show application_name")) {
            row.next();
            return row.getString(1);
        }
    }

    private HikariDataSource pool(String name, String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(database.properties().get("spring.datasource.username").toString());
        pool.setPassword(database.properties().get("spring.datasource.password").toString());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(500);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", name);
        return pool;
    }
}
