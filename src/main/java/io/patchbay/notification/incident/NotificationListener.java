package io.patchbay.notification.incident;

import io.patchbay.company.AccessRequested;
import io.patchbay.deployment.DeploymentFailed;
import io.patchbay.deployment.SyncReport;
import io.patchbay.deployment.SynchronizationEnded;
import io.patchbay.environment.DisconnectBegan;
import io.patchbay.environment.DisconnectRequestChanged;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.event.EventStreamPaused;
import io.patchbay.licensing.LicenseEnded;
import io.patchbay.licensing.LicenseEnding;
import io.patchbay.notification.inbox.Notices;
import io.patchbay.notification.notice.NewNotice;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.support.SupportRequested;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** What is told once. What concerns a whole company is told in each of its connected environments. */
@Component
class NotificationListener {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Notices notices;
    private final Environments environments;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    NotificationListener(Notices notices, Environments environments, MessageSourceAccessor messages, Clock clock) {
        this.notices = notices;
        this.environments = environments;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void accessRequested(AccessRequested event) {
        tellEverywhere(NoticeKind.ACCESS_REQUESTED, "/settings/users/pending", event.name(), event.email());
    }

    @EventListener
    void supportRequested(SupportRequested event) {
        tellEverywhere(
                NoticeKind.SUPPORT_REQUESTED,
                "/settings/company/support",
                event.askedBy(),
                event.ticket(),
                event.reason());
    }

    @EventListener
    void streamPaused(EventStreamPaused event) {
        tellEverywhere(NoticeKind.EVENT_STREAM_PAUSED, "/settings/streaming", event.receiver(), event.answer());
    }

    @EventListener
    void licenseEnding(LicenseEnding event) {
        var environment = environments.get(event.environment());
        if (environment.connected()) {
            tell(
                    NoticeKind.LICENSE_ENDING,
                    event.environment(),
                    "/settings/environments",
                    environment.name(),
                    event.plan(),
                    DAY.format(event.lastDay()));
        }
    }

    @EventListener
    void licenseEnded(LicenseEnded event) {
        if (environments.get(event.environment()).connected()) {
            tell(
                    NoticeKind.LICENSE_ENDED,
                    event.environment(),
                    "/settings/environments",
                    environments.get(event.environment()).name(),
                    event.plan());
        }
    }

    @EventListener
    void deploymentFailed(DeploymentFailed event) {
        tell(
                NoticeKind.DEPLOYMENT_FAILED,
                event.environment(),
                "/deployments/" + event.deployment(),
                event.appName(),
                event.version(),
                event.cause());
    }

    /** One that found nothing to do and nothing to say is no news. */
    @EventListener
    void synchronizationEnded(SynchronizationEnded event) {
        var report = event.report();
        if (!report.worthTelling() || !environments.get(event.environment()).connected()) {
            return;
        }
        tell(
                NoticeKind.SYNCHRONIZATION_REPORT,
                event.environment(),
                "/deployments",
                environments.get(event.environment()).name(),
                report.skipped() == null ? words(report) : report.skipped());
    }

    private String words(SyncReport report) {
        return Stream.of(
                        part("publishing", report.publishing()),
                        part("removed", report.removed()),
                        part("byHand", report.byHand()),
                        part("gone", report.gone()),
                        part("problems", report.problems()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> part(String key, List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.getMessage(
                        "notice.SYNCHRONIZATION_REPORT." + key, new Object[] {String.join(", ", names)}));
    }

    @EventListener
    void disconnectBegan(DisconnectBegan event) {
        tell(
                NoticeKind.DISCONNECT_STARTED,
                event.environment(),
                "/settings/environments",
                event.tenantName(),
                event.by());
    }

    /** What asks a second person names the page where they decide; whoever may not decide reads there why. */
    @EventListener
    void disconnectRequestChanged(DisconnectRequestChanged event) {
        var link = "/settings/disconnect-requests/" + event.request();
        var environment = event.environment();
        if (environment == null) {
            tellEverywhere(
                    NoticeKind.PROTECTION_CHANGE,
                    link,
                    event.subject(),
                    event.by(),
                    messages.getMessage("notice.PROTECTION_CHANGE." + event.step(), new Object[] {event.detail()}));
            return;
        }
        var kind = switch (event.step()) {
            case REQUESTED -> NoticeKind.DISCONNECT_REQUESTED;
            case SCHEDULED -> NoticeKind.DISCONNECT_SCHEDULED;
            case CALLED_OFF, CHANGED -> NoticeKind.DISCONNECT_CALLED_OFF;
        };
        tell(kind, environment, link, event.subject(), event.by(), event.detail());
    }

    private void tellEverywhere(NoticeKind kind, String link, Object... arguments) {
        environments.all().stream()
                .filter(EnvironmentView::connected)
                .forEach(environment -> tell(kind, environment.id(), link, arguments));
    }

    private void tell(NoticeKind kind, EnvironmentId environment, String link, Object... arguments) {
        notices.tell(new NewNotice(
                kind,
                environment,
                messages.getMessage("notice." + kind + ".title", arguments),
                messages.getMessage("notice." + kind + ".body", arguments),
                link,
                clock.instant()));
    }
}
