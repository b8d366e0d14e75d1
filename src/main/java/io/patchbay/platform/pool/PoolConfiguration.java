package io.patchbay.platform.pool;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    private static final int HOUSEKEEPERS = 3;

    /** A page gives up on an answer long before a job does, whose statements may read millions of rows. */
    private static final Map<String, String> ANSWER_TO_REQUEST =
            Map.of("socketTimeout", "30", "socketFactory", WatchedSocketFactory.class.getName());

    private static final Map<String, String> ANSWER_TO_JOB = Map.of("socketTimeout", "330");

    @Bean
    DataSource dataSource(
            DataSourceProperties properties,
            DatabaseProperties database,
            Environment environment,
            ObjectProvider<MeterRegistry> meters,
            SqlObservations statements) {
        var requests = pool("requests", properties, environment, ANSWER_TO_REQUEST);
        var jobs = pool("jobs", properties, environment, ANSWER_TO_JOB);
        jobs.setMaximumPoolSize(database.jobConnections());
        jobs.setMinimumIdle(Math.min(2, database.jobConnections()));
        requests.setMetricsTrackerFactory(measured(meters));
        jobs.setMetricsTrackerFactory(measured(meters));
        return new DatabasePools(requests, jobs, statements);
    }

    /** Asks for the registry with the first connection only: it may itself need the database. */
    private static MetricsTrackerFactory measured(ObjectProvider<MeterRegistry> meters) {
        return (name, pool) -> new MicrometerMetricsTrackerFactory(meters.getObject()).create(name, pool);
    }

    private static HikariDataSource pool(
            String name, DataSourceProperties properties, Environment environment, Map<String, String> answer) {
        var pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        answer.forEach(pool::addDataSourceProperty);
        pool.addDataSourceProperty("ApplicationName", "patchbay-" + name);
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        pool.setPoolName(name);
        Pooler.mind(pool);
        return pool;
    }

    /** All of db-scheduler's threads are those of jobs. */
    @Bean
    DbSchedulerCustomizer jobThreads(DbSchedulerProperties properties) {
        return new DbSchedulerCustomizer() {

            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newFixedThreadPool(properties.getThreads(), JobThread::new));
            }

            @Override
            public Optional<ExecutorService> dueExecutor() {
                return Optional.of(Executors.newSingleThreadExecutor(JobThread::new));
            }

            @Override
            public Optional<ScheduledExecutorService> housekeeperExecutor() {
                return Optional.of(Executors.newScheduledThreadPool(HOUSEKEEPERS, JobThread::new));
            }
        };
    }
}
