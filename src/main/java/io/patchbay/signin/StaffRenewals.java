package io.patchbay.signin;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.identity.SignInRenewal;
import io.patchbay.microsoft.identity.SignInRenewal.Renewal;
import io.patchbay.platform.tenancy.Person;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Entra ID anew what somebody is among the vendor's staff: for each session by one request at a time, whose outcome all
 * others share, and not again within a minute. So Entra ID being away costs one short wait a minute, whatever is opened.
 */
@Component
class StaffRenewals {

    private static final Logger LOG = LoggerFactory.getLogger(StaffRenewals.class);
    private static final Duration NOT_AGAIN_WITHIN = Duration.ofMinutes(1);

    private final MicrosoftProperties microsoft;
    private final SignInRenewal renewal;
    private final Clock clock;
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    StaffRenewals(MicrosoftProperties microsoft, SignInRenewal renewal, Clock clock) {
        this.microsoft = microsoft;
        this.renewal = renewal;
        this.clock = clock;
    }

    /** What came of asking. */
    sealed interface Outcome {

        /** Entra ID said what they are now. */
        record Confirmed(StaffSession now) implements Outcome {}

        /** It said nothing, and may say something in a minute. */
        record NotAnswered() implements Outcome {}

        /** It does not confirm them, which another sign-in alone can change. */
        record NotConfirmed() implements Outcome {}
    }

    private record Attempt(Instant at, CompletableFuture<Outcome> outcome) {

        boolean over(Instant now) {
            return outcome.isDone() && !now.isBefore(at.plus(NOT_AGAIN_WITHIN));
        }
    }

    /** Asks, or tells what came of it within the last minute. */
    Outcome renewed(HttpSession session, StaffSession known, Person person) {
        var now = clock.instant();
        attempts.values().removeIf(attempt -> attempt.over(now));
        var mine = new Attempt(now, new CompletableFuture<>());
        var other = attempts.putIfAbsent(session.getId(), mine);
        if (other != null) {
            return other.outcome().join();
        }
        try {
            mine.outcome().complete(asked(session, known, person));
        } finally {
            mine.outcome().complete(new Outcome.NotAnswered());
        }
        return mine.outcome().join();
    }

    private Outcome asked(HttpSession session, StaffSession known, Person person) {
        var token = known.refreshToken(session, person.id());
        if (token == null) {
            return new Outcome.NotConfirmed();
        }
        return switch (renewal.renew(token)) {
            case Renewal.Renewed(var id, var appRoles, var next)
            when id.equals(person.id()) -> {
                var roles = Operator.roles(id, appRoles, microsoft);
                yield new Outcome.Confirmed(StaffSession.of(session, id, roles, clock.instant(), next));
            }
            case Renewal.Renewed other -> {
                LOG.warn("Entra ID speaks of somebody else than {}", person.id());
                yield new Outcome.NotConfirmed();
            }
            case Renewal.Refused(var diagnosis) -> {
                LOG.warn("Entra ID does not confirm that {} is staff: {}", person.id(), diagnosis);
                yield diagnosis.problem().mayPass() ? new Outcome.NotAnswered() : new Outcome.NotConfirmed();
            }
        };
    }
}
