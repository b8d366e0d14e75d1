package io.patchbay.environment.consent;

import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.environment.consent.ConsentAttempt.Step;
import io.patchbay.environment.model.EnvironmentEventKind;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.microsoft.identity.Diagnosis;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores how far each attempt to connect has come. Every method is one transaction; none calls Microsoft. */
@Service
class ConsentAttempts {

    private final ConsentAttemptRepository attempts;
    private final EventLog log;
    private final MessageSourceAccessor messages;
    private final Identifiers identifiers;
    private final Clock clock;

    ConsentAttempts(
            ConsentAttemptRepository attempts,
            EventLog log,
            MessageSourceAccessor messages,
            Identifiers identifiers,
            Clock clock) {
        this.attempts = attempts;
        this.log = log;
        this.messages = messages;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Transactional
    void start(
            EnvironmentId environment,
            @Nullable UUID expectedTenant,
            Actor.Member person,
            String sessionId,
            String state,
            String nonce) {
        attempts.saveAndFlush(new ConsentAttempt(
                Current.company(),
                identifiers.next(),
                environment,
                expectedTenant,
                person,
                OneTimeSecrets.sha256(sessionId),
                OneTimeSecrets.sha256(state),
                OneTimeSecrets.sha256(nonce),
                clock.instant()));
    }

    /** Uses up a state; empty unless it is this session's, this person's, of this company, in time and not used before. */
    @Transactional
    Optional<ConsentAttempt> use(String state, Step expected, Step next, Actor.Member person, String sessionId) {
        var company = Current.company().value();
        var hash = OneTimeSecrets.sha256(state);
        var used = attempts.use(
                company,
                hash,
                expected,
                next,
                OneTimeSecrets.sha256(sessionId),
                person.id().tenantId(),
                person.id().objectId(),
                clock.instant());
        return used == 1 ? attempts.byState(company, hash) : Optional.empty();
    }

    @Transactional
    void proven(UUID id, UUID tenant, String account, String consentState) {
        get(id).proven(tenant, account, OneTimeSecrets.sha256(consentState));
    }

    /** Goes on without asking for consent, which is there already; false where the attempt is past that. */
    @Transactional
    boolean skipConsent(UUID id) {
        return get(id).skipConsent();
    }

    @Transactional
    void verifying(UUID id, Duration atMost) {
        get(id).verifying(clock.instant().plus(atMost));
    }

    @Transactional
    int polled(UUID id) {
        var attempt = get(id);
        attempt.polled();
        return attempt.polls();
    }

    /** Ends the attempt and says why in the event log. What is connected already stays as it is. */
    @Transactional
    void failed(UUID id, Diagnosis diagnosis, Map<String, String> facts) {
        var attempt = get(id);
        attempt.failed(diagnosis, facts);
        var title = messages.getMessage("problem." + diagnosis.problem().name() + ".title");
        var event = NewEvent.of(EnvironmentEventKind.INTUNE_CONNECTION_FAILED, title)
                .variant(attempt.expectedTenantId() == null ? "connecting" : "reconnecting")
                .in(attempt.environment())
                .tenant(attempt.provenTenantId())
                .with("reason", title)
                .with("AADSTS code", diagnosis.aadsts());
        for (var fact : facts.entrySet()) {
            event = event.with(fact.getKey(), fact.getValue());
        }
        log.append(event);
    }

    /** What is known of the tenant by its attempts ends with the connection. */
    @EventListener
    @Transactional
    void disconnected(IntuneDisconnected event) {
        attempts.deleteOver(Current.company().value(), event.environment().value(), event.tenant(), clock.instant());
    }

    @Transactional(readOnly = true)
    Optional<ConsentAttempt> find(UUID id) {
        return attempts.findById(new ConsentAttemptKey(Current.company().value(), id));
    }

    private ConsentAttempt get(UUID id) {
        return attempts.findById(new ConsentAttemptKey(Current.company().value(), id))
                .orElseThrow(NotFoundException::new);
    }
}
