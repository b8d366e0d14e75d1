package io.patchbay.environment.connection;

import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Writes into the event log what a change of a connection's state means: what was lost, and what came back after how long. */
@Component
public class HealthEvents {

    private final EventLog log;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    HealthEvents(EventLog log, MessageSourceAccessor messages, Clock clock) {
        this.log = log;
        this.messages = messages;
        this.clock = clock;
    }

    public void tell(IntuneConnection connection, CheckConclusion before) {
        var after = connection.state().conclusion();
        if (after.inaccessible() && (!before.inaccessible() || before.problem() != after.problem())) {
            log.append(lost(connection, after));
        }
        if (before.inaccessible() && !after.inaccessible()) {
            log.append(of(connection, EnvironmentEventKind.INTUNE_CONNECTION_RESTORED)
                    .with("lost for", since(before.since()))
                    .with("reason", reason(before)));
        }
        permissions(
                connection,
                without(after.missing(), before.missing()),
                EnvironmentEventKind.INTUNE_PERMISSION_LOST,
                null);
        permissions(
                connection,
                without(before.missing(), after.missing()),
                EnvironmentEventKind.INTUNE_PERMISSION_RESTORED,
                since(before.since()));
    }

    private NewEvent lost(IntuneConnection connection, CheckConclusion after) {
        return of(connection, EnvironmentEventKind.INTUNE_CONNECTION_LOST, reason(after))
                .with("reason", reason(after))
                .with("AADSTS code", after.aadsts());
    }

    private void permissions(IntuneConnection connection, Set<String> names, EventKind kind, @Nullable String lostFor) {
        if (names.isEmpty()) {
            return;
        }
        var list = String.join(", ", names);
        var event = of(connection, kind, list).with("permissions", list);
        log.append(lostFor == null ? event : event.with("lost for", lostFor));
    }

    private static NewEvent of(IntuneConnection connection, EventKind kind, String... more) {
        var arguments = Stream.concat(Stream.of(connection.tenantName()), Stream.of(more));
        return NewEvent.of(kind, arguments.toArray())
                .in(connection.environment())
                .tenant(connection.tenantId());
    }

    private String reason(CheckConclusion conclusion) {
        return conclusion.problem() == null ? "" : messages.getMessage("health.cause." + conclusion.problem());
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        var rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private String since(Instant instant) {
        var time = Duration.between(instant, clock.instant());
        if (time.toMinutes() < 1) {
            return "less than a minute";
        }
        if (time.toDays() > 0) {
            return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
        }
        return time.toHours() > 0
                ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
                : "%d min".formatted(time.toMinutes());
    }
}
