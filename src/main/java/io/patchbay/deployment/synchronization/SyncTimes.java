package io.patchbay.deployment.synchronization;

import io.patchbay.deployment.SynchronizationEnded;
import io.patchbay.deployment.model.DeploymentEventKind;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.deployment.model.PublishReason;
import io.patchbay.deployment.publishing.DeploymentProperties;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When each environment is synchronized. Every method is one transaction; none calls Microsoft. */
@Service
public class SyncTimes {

    private static final Duration TRY_AGAIN = Duration.ofMinutes(30);

    private final SyncScheduleStore rows;
    private final DeploymentRepository deployments;
    private final Environments environments;
    private final DeploymentProperties properties;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    SyncTimes(
            SyncScheduleStore rows,
            DeploymentRepository deployments,
            Environments environments,
            DeploymentProperties properties,
            EventLog log,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.rows = rows;
        this.deployments = deployments;
        this.environments = environments;
        this.properties = properties;
        this.log = log;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional
    boolean keep(EnvironmentId environment) {
        return rows.insert(environment, nextTime());
    }

    private Instant nextTime() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var today = now.with(properties.synchronizeAt());
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    /** When the next one is due; empty where the environment has no deployments any more, which ends it. */
    @Transactional
    Optional<Instant> due(EnvironmentId environment) {
        var row = rows.find(environment);
        if (row.isPresent() && deployments.of(environment).isEmpty()) {
            rows.delete(environment);
            return Optional.empty();
        }
        return row.map(one -> one.askedAt() != null ? one.askedAt() : one.nextAt());
    }

    /** Why it runs: it was time, or somebody asked for it. */
    @Transactional(readOnly = true)
    PublishReason reason(EnvironmentId environment) {
        return rows.find(environment).map(SyncScheduleStore.Schedule::askedBy).isPresent()
                ? PublishReason.REQUESTED
                : PublishReason.SYNCHRONIZED;
    }

    /** When somebody asked for it; empty where it was time. */
    @Transactional(readOnly = true)
    Optional<Instant> asked(EnvironmentId environment) {
        return rows.find(environment).filter(row -> row.askedBy() != null).map(SyncScheduleStore.Schedule::askedAt);
    }

    @Transactional
    void begin(EnvironmentId environment) {
        rows.begun(environment, clock.instant());
    }

    /** When the next one is due: soon where it may work then. That it did not work is told once, however often it is tried. */
    @Transactional
    Instant end(EnvironmentId environment, Synchronizer.SyncOutcome outcome) {
        var report = outcome.report();
        var before = rows.find(environment).map(SyncScheduleStore.Schedule::report);
        var next = outcome.again() ? earlier(clock.instant().plus(TRY_AGAIN), nextTime()) : nextTime();
        rows.ended(environment, report, clock.instant(), next);
        if (!outcome.again() || before.filter(report::equals).isEmpty()) {
            publisher.publishEvent(new SynchronizationEnded(environment, report));
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** An environment that is not connected any more is not synchronized either. */
    @Transactional
    void forget(EnvironmentId environment) {
        rows.delete(environment);
    }

    /** Asks for one; whether nobody had asked before for one that has not begun yet. */
    @Transactional
    public boolean ask(EnvironmentId environment) {
        var name = environments.get(environment).name();
        if (rows.find(environment).isEmpty()) {
            throw new ConflictException("deployments.sync.none");
        }
        var asked = rows.ask(environment, Current.actor().name(), clock.instant());
        if (asked) {
            log.append(NewEvent.of(DeploymentEventKind.SYNCHRONIZATION_REQUESTED, name)
                    .in(environment));
        }
        return asked;
    }

    @Transactional(readOnly = true)
    List<SyncView> views() {
        var rowsByEnvironment = rows.all().stream()
                .collect(Collectors.toMap(SyncScheduleStore.Schedule::environment, Function.identity()));
        return environments.all().stream()
                .flatMap(environment -> Optional.ofNullable(rowsByEnvironment.get(environment.id())).stream()
                        .map(row -> view(environment, row)))
                .toList();
    }

    private static SyncView view(EnvironmentView environment, SyncScheduleStore.Schedule row) {
        return new SyncView(
                row.environment(),
                environment.name(),
                row.running(),
                row.readsCatalog(),
                row.endedAt(),
                row.report(),
                row.nextAt());
    }
}
