package io.patchbay.environment.protection;

import io.patchbay.environment.DisconnectRequestChanged;
import io.patchbay.environment.DisconnectRequestChanged.Step;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes requests from one status to the next, each time with its event and whom it concerns told. Part of the caller's
 * transaction, which holds the company.
 */
@Component
class RequestSteps {

    private final RequestStore store;
    private final EventLog log;
    private final ApplicationEventPublisher publisher;
    private final RequestTexts texts;
    private final Clock clock;

    RequestSteps(
            RequestStore store, EventLog log, ApplicationEventPublisher publisher, RequestTexts texts, Clock clock) {
        this.store = store;
        this.log = log;
        this.publisher = publisher;
        this.texts = texts;
        this.clock = clock;
    }

    void asked(ProtectionRequest request) {
        store.insert(request);
        var confirmed = request.status() == RequestStatus.AWAITING_CONFIRMATION;
        var connection = request.connection();
        var event =
                event(request, "REQUESTED").with("confirm until", confirmed ? texts.time(request.lapsesAt()) : null);
        log.append(
                connection == null
                        ? event
                        : event.with(
                                        "applications",
                                        texts.text("protection.apps."
                                                + connection.choice().keepsApps()))
                                .with(
                                        "second administrator",
                                        texts.text("protection.second."
                                                + request.protection().secondPerson()))
                                .with(
                                        "wait",
                                        texts.text(
                                                "protection.wait.hours",
                                                request.protection().waitHours())));
        if (confirmed) {
            tell(Step.REQUESTED, request, texts.time(request.lapsesAt()));
        } else if (request.startsAt() != null) {
            scheduled(request, request.startsAt());
        }
    }

    /** Whether this call confirmed it; false where somebody else did. */
    boolean confirmed(ProtectionRequest request, Actor.Member by) {
        if (!store.confirm(request.id(), by.name(), clock.instant())) {
            return false;
        }
        log.append(event(request, "CONFIRMED"));
        return true;
    }

    void waits(ProtectionRequest request, Instant startsAt) {
        store.schedule(request.id(), startsAt);
        scheduled(request, startsAt);
    }

    private void scheduled(ProtectionRequest request, Instant startsAt) {
        var event = event(request, "SCHEDULED").with("begins", texts.time(startsAt));
        log.append(request.connection() == null ? event : event.with("confirmed by", request.confirmedBy()));
        tell(Step.SCHEDULED, request, texts.time(startsAt));
    }

    void done(ProtectionRequest request, @Nullable UUID run) {
        store.done(request.id(), run, clock.instant());
    }

    /** Whether this call ended it, without what it asked for; false where it stood otherwise by then. */
    boolean end(ProtectionRequest request, RequestStatus status, @Nullable String reason) {
        var actor = Current.actor();
        var by = actor instanceof Actor.Human ? actor.name() : null;
        if (!store.end(request, status, by, reason, clock.instant())) {
            return false;
        }
        var event = event(request, status.name());
        log.append(status == RequestStatus.LAPSED ? event : event.with("reason", reason));
        var told = texts.text("protection.told." + status.name(), actor.name());
        tell(
                Step.CALLED_OFF,
                request,
                reason == null ? told : told + " " + texts.text("protection.told.reason", reason));
        return true;
    }

    void tell(Step step, ProtectionRequest request, String detail) {
        var connection = request.connection();
        publisher.publishEvent(new DisconnectRequestChanged(
                step,
                request.id(),
                connection == null ? null : connection.environment(),
                texts.subject(request),
                request.person().name(),
                detail));
    }

    private NewEvent event(ProtectionRequest request, String step) {
        var connection = request.connection();
        var kind = ProtectionEventKind.of(request.kind(), step);
        var event = NewEvent.of(kind, texts.subject(request), request.person().name())
                .with("requested by", request.person().name());
        return connection == null
                ? event.with("protection", texts.subject(request))
                : event.in(connection.environment())
                        .tenant(connection.tenantId())
                        .with("tenant", connection.tenantName());
    }
}
