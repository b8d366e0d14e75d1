package io.patchbay.notification.incident;

import io.patchbay.environment.Environments;
import io.patchbay.environment.Health;
import io.patchbay.environment.HealthChanged;
import io.patchbay.environment.HealthView;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.notification.inbox.Notices;
import io.patchbay.notification.notice.NewNotice;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells an incident of a connection when it begins or becomes another one, once a day while it lasts, and when it is over.
 * What could not be found out is no news; while the connection is paused nothing is said.
 */
@Service
class ConnectionIncidents {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private final ConnectionIncidentStore store;
    private final Notices notices;
    private final Environments environments;
    private final ReminderJob reminders;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    ConnectionIncidents(
            ConnectionIncidentStore store,
            Notices notices,
            Environments environments,
            ReminderJob reminders,
            MessageSourceAccessor messages,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.environments = environments;
        this.reminders = reminders;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void changed(HealthChanged event) {
        switch (event.after()) {
            case Health.Connected connected -> over(event, false);
            case Health.Reduced reduced -> over(event, true);
            case Health.Warned warned -> over(event, false);
            case Health.Degraded(var missing) -> begin(event, NoticeKind.CONNECTION_DEGRADED, missing(missing));
            case Health.Lost(var cause) ->
                begin(event, NoticeKind.CONNECTION_LOST, cause(cause.problem().name()));
            case Health.Blocked(var cause) ->
                begin(event, NoticeKind.CONNECTION_LOST, cause(cause.problem().name()));
            case Health.Disconnecting disconnecting -> store.delete(event.environment());
            case Health.Ours ours -> {}
            case Health.Unknown unknown -> {}
            case Health.Verifying verifying -> {}
            case Health.Paused paused -> {}
        }
    }

    private void begin(HealthChanged event, NoticeKind kind, String detail) {
        var known = store.find(event.environment());
        if (known.filter(one -> one.kind() == kind && one.detail().equals(detail))
                .isPresent()) {
            return;
        }
        var now = clock.instant();
        var incident = new ConnectionIncident(event.environment(), kind, event.tenantName(), detail, now, now);
        store.save(incident);
        notices.tell(notice(incident, "notice." + kind + ".title"));
        reminders.wake(event.environment().value());
    }

    /** Ends an incident; silently where the company itself decided to do without. */
    private void over(HealthChanged event, boolean reduced) {
        var known = store.find(event.environment());
        store.delete(event.environment());
        known.filter(incident -> !reduced || incident.kind() == NoticeKind.CONNECTION_LOST)
                .ifPresent(incident -> notices.tell(new NewNotice(
                        NoticeKind.CONNECTION_RESTORED,
                        event.environment(),
                        text("notice.CONNECTION_RESTORED.title", event.tenantName()),
                        text("notice.CONNECTION_RESTORED.body", event.tenantName(), time(incident.since())),
                        link(event.environment()),
                        clock.instant())));
    }

    /** Tells again what lasts for another day; whether there is anything left to remind of. */
    @Transactional
    boolean remind(EnvironmentId environment) {
        var known = store.find(environment);
        known.filter(incident -> !incident.toldAt().plus(A_DAY).isAfter(clock.instant()))
                .filter(incident -> !paused(environment))
                .filter(incident -> store.told(incident, clock.instant()))
                .ifPresent(incident -> notices.tell(notice(incident, "notice." + incident.kind() + ".reminder")));
        return known.isPresent();
    }

    private boolean paused(EnvironmentId environment) {
        var connection = environments.get(environment).connection();
        return connection == null || connection.health().kind() == HealthView.HealthKind.PAUSED;
    }

    private NewNotice notice(ConnectionIncident incident, String title) {
        return new NewNotice(
                incident.kind(),
                incident.environment(),
                text(title, incident.tenantName()),
                text(
                        "notice." + incident.kind() + ".body",
                        incident.tenantName(),
                        incident.detail(),
                        time(incident.since())),
                link(incident.environment()),
                clock.instant());
    }

    private String missing(List<RequiredPermission> missing) {
        return missing.stream()
                .map(permission -> permission.value() + ": " + text("permission." + permission.name() + ".impact"))
                .collect(Collectors.joining("; "));
    }

    private String cause(String problem) {
        return text("health.cause." + problem);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments);
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    static String link(EnvironmentId environment) {
        return "/settings/environments/" + environment + "/intune";
    }
}
