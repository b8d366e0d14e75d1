package io.patchbay.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** What a durable job promises, with two schedulers on one database as two instances would have. */
@PortalTest
class DurableJobTests {

    private static final CompanyId COMPANY = new CompanyId(UUID.randomUUID());
    private static final Actor ACTOR = new Actor.Machine("Test");
    private static final String NAME = "test-job";
    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final int THREADS = 6;
    private static final int WAKE_UPS = 60;
    private static final int ROLLED_BACK = 5;

    private final List<Scheduler> schedulers = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();
    private final Map<UUID, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger together = new AtomicInteger();
    private Portal.Pause rest;

    /** The portal's own scheduler knows no such job, and deletes what nobody has known for long by a clock that tests move. */
    @BeforeEach
    void letThePortalsJobsRest(Portal portal) {
        rest = portal.jobsAtRest();
    }

    @BeforeEach
    void makeWork(Portal portal) {
        portal.database().execute("""
                create table work (thing uuid primary key, wanted bigint not null, done bigint not null);
                grant select, insert, update on work to patchbay_app
                """);
    }

    @AfterEach
    void end(Portal portal) {
        schedulers.forEach(Scheduler::stop);
        rest.close();
        portal.database().execute("drop table work");
    }

    @Test
    void noWakeUpIsLostAndNothingIsWorkedOnTwiceAtOnce(Portal portal) throws InterruptedException {
        var things = Stream.generate(UUID::randomUUID).limit(3).toList();
        things.forEach(thing -> portal.database().execute("insert into work values ('%s', 0, 0)".formatted(thing)));
        Function<UUID, Optional<Duration>> work = thing -> carryOut(portal, thing);
        var jobs = List.of(start(portal, work), start(portal, work));
        var threads = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> {
                    for (int i = 0; i < WAKE_UPS; i++) {
                        var thing = things.get(ThreadLocalRandom.current().nextInt(things.size()));
                        want(portal, jobs.get(i % 2), thing, i % ROLLED_BACK == 0);
                    }
                }))
                .limit(THREADS)
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        await().atMost(IN_TIME).until(() -> executions(portal) == 0);
        assertThat(portal.database().count("work where done <> wanted")).isZero();
        assertThat(portal.database().one("select sum(wanted) from work", Long.class))
                .isEqualTo(THREADS * WAKE_UPS * (ROLLED_BACK - 1) / ROLLED_BACK);
        assertThat(together).hasValue(0);
    }

    /** Does what is wanted when it begins; what is wanted later takes another run. */
    private Optional<Duration> carryOut(Portal portal, UUID thing) {
        var jdbc = portal.bean(JdbcClient.class);
        var wanted = jdbc.sql("select wanted from work where thing = ?")
                .param(thing)
                .query(Long.class)
                .single();
        jdbc.sql("select pg_sleep(random() / 50)").query().listOfRows();
        jdbc.sql("update work set done = ? where thing = ?")
                .params(wanted, thing)
                .update();
        return Optional.empty();
    }

    private static void want(Portal portal, TestJob job, UUID thing, boolean rollBack) {
        inCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            portal.bean(JdbcClient.class)
                    .sql("update work set wanted = wanted + 1 where thing = ?")
                    .param(thing)
                    .update();
            job.wake(thing);
            if (rollBack) {
                status.setRollbackOnly();
            }
        }));
    }

    @Test
    void aWakeUpThatCommitsWhenTheRunIsAboutToEndIsNotLost(Portal portal) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var job = start(portal, thing -> {
            begun.countDown();
            wait(goOn);
            return Optional.empty();
        });
        var thing = UUID.randomUUID();
        wake(portal, job, thing);
        begun.await();
        inCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            job.wake(thing);
            goOn.countDown();
            await().atMost(IN_TIME)
                    .until(() -> portal.database()
                                    .count("pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and query like 'select woken%for update'")
                            == 1);
        }));
        await().atMost(IN_TIME).until(() -> executions(portal) == 0);
        assertThat(runs).hasValue(2);
    }

    @Test
    void whatIsToBeDoneLaterIsDoneAtOnceWhereItIsWoken(Portal portal) {
        var job = start(portal, thing -> runs.get() == 1 ? Optional.of(Duration.ofHours(1)) : Optional.empty());
        var thing = UUID.randomUUID();
        wake(portal, job, thing);
        await().atMost(IN_TIME)
                .until(() -> portal.database()
                                .count("scheduled_tasks where task_name = '%s' and execution_time > now()"
                                        .formatted(NAME))
                        == 1);
        wake(portal, job, thing);
        await().atMost(IN_TIME).until(() -> executions(portal) == 0);
        assertThat(runs).hasValue(2);
    }

    @Test
    void aTransactionThatIsRolledBackWakesNothing(Portal portal) {
        var job = job(portal, thing -> Optional.empty());
        inCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            job.wake(UUID.randomUUID());
            status.setRollbackOnly();
        }));
        assertThat(executions(portal)).isZero();
        inCompany(() -> assertThatIllegalStateException().isThrownBy(() -> job.wake(UUID.randomUUID())));
    }

    @Test
    void whatFailsIsRepeatedAfterAWhile(Portal portal) {
        var job = start(portal, thing -> {
            if (runs.get() == 1) {
                throw new IllegalStateException("As expected");
            }
            return Optional.empty();
        });
        wake(portal, job, UUID.randomUUID());
        var failed = "scheduled_tasks where task_name = '%s' and consecutive_failures = 1".formatted(NAME);
        await().atMost(IN_TIME).until(() -> portal.database().count(failed + " and execution_time > now()") == 1);
        portal.lookNow(NAME);
        await().atMost(IN_TIME).until(() -> executions(portal) == 0);
        assertThat(runs).hasValue(2);
    }

    @Test
    void theRunOfAnInstanceThatDiedIsRepeated(Portal portal) {
        var job = job(portal, thing -> Optional.empty());
        var thing = UUID.randomUUID();
        wake(portal, job, thing);
        portal.database().execute("""
                update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = now() - interval '1 hour'
                where task_name = '%s'
                """.formatted(NAME));
        wake(portal, job, thing);
        start(portal, job, Duration.ofMillis(100));
        await().atMost(IN_TIME).until(() -> executions(portal) == 0);
        assertThat(runs).hasPositiveValue();
    }

    @Test
    void aRunActsForTheCompanyOfItsThing(Portal portal) {
        var seen = new ConcurrentHashMap<CompanyId, Actor>();
        var job = start(portal, thing -> {
            seen.put(Current.company(), Current.actor());
            return Optional.empty();
        });
        wake(portal, job, UUID.randomUUID());
        await().atMost(IN_TIME).until(() -> executions(portal) == 0);
        assertThat(seen).containsExactly(Map.entry(COMPANY, ACTOR));
    }

    private final class TestJob extends DurableJob {

        private final Function<UUID, Optional<Duration>> work;

        TestJob(Function<UUID, Optional<Duration>> work, JobQueue queue) {
            super(NAME, ACTOR, queue);
            this.work = work;
        }

        @Override
        protected Optional<Duration> run(UUID thing) {
            var atOnce = running.computeIfAbsent(thing, key -> new AtomicInteger());
            if (atOnce.incrementAndGet() > 1) {
                together.incrementAndGet();
            }
            runs.incrementAndGet();
            try {
                return work.apply(thing);
            } finally {
                atOnce.decrementAndGet();
            }
        }
    }

    private TestJob job(Portal portal, Function<UUID, Optional<Duration>> work) {
        return new TestJob(work, portal.bean(JobQueue.class));
    }

    private TestJob start(Portal portal, Function<UUID, Optional<Duration>> work) {
        return start(portal, job(portal, work), Duration.ofSeconds(10));
    }

    private TestJob start(Portal portal, TestJob job, Duration heartbeat) {
        var scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(portal.bean(DataSource.class)), job)
                .threads(3)
                .pollingInterval(Duration.ofMillis(10))
                .heartbeatInterval(heartbeat)
                .build();
        schedulers.add(scheduler);
        scheduler.start();
        return job;
    }

    private static void wake(Portal portal, TestJob job, UUID thing) {
        inCompany(() -> portal.bean(TransactionTemplate.class).executeWithoutResult(status -> job.wake(thing)));
    }

    private static void inCompany(Runnable work) {
        Current.inside(new Current.Scope(COMPANY, null, ACTOR, Set.of(), Set.of()), work::run);
    }

    private static long executions(Portal portal) {
        return portal.database().count("scheduled_tasks where task_name = '" + NAME + "'");
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
