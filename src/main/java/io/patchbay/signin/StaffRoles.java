package io.patchbay.signin;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.tenancy.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What somebody is among the vendor's staff, by the word of Entra ID that is at most fifteen minutes old: a role that was taken
 * away there ends here without a sign-out, and so does one that Entra ID no longer confirms.
 */
@Component
class StaffRoles {

    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(10);
    private static final Duration BELIEVED_FOR = Duration.ofMinutes(15);
    private static final String ANSWER = StaffRoles.class.getName();

    private final MicrosoftProperties microsoft;
    private final StaffRenewals renewals;
    private final Clock clock;

    StaffRoles(MicrosoftProperties microsoft, StaffRenewals renewals, Clock clock) {
        this.microsoft = microsoft;
        this.renewals = renewals;
        this.clock = clock;
    }

    /** What is known during one request; nothing of somebody of whom there is a reason not to. */
    private record Answer(Set<StaffRole> roles, @Nullable StaffUnconfirmedException unconfirmed) {}

    /** Why somebody who was staff at sign-in is not now, where Entra ID only did not confirm it. */
    static Optional<StaffUnconfirmedException> unconfirmed(HttpServletRequest request) {
        return request.getAttribute(ANSWER) instanceof Answer answer
                ? Optional.ofNullable(answer.unconfirmed())
                : Optional.empty();
    }

    /** What the person is now. */
    Set<StaffRole> of(HttpServletRequest request, Person person) {
        if (Operator.roles(person.id(), person.roles(), microsoft).isEmpty()) {
            return Set.of();
        }
        if (request.getAttribute(ANSWER) instanceof Answer known) {
            return known.roles();
        }
        var answer = answer(request, person);
        request.setAttribute(ANSWER, answer);
        return answer.roles();
    }

    private Answer answer(HttpServletRequest request, Person person) {
        var session = request.getSession();
        var known = StaffSession.in(session);
        if (known == null) {
            return new Answer(Set.of(), StaffUnconfirmedException.signInAgain());
        }
        var age = Duration.between(known.asOf(), clock.instant());
        if (age.compareTo(ASKED_AGAIN_AFTER) < 0) {
            return new Answer(known.roles(), null);
        }
        var believed = age.compareTo(BELIEVED_FOR) < 0;
        return switch (renewals.renewed(session, known, person)) {
            case StaffRenewals.Outcome.Confirmed(var now) -> {
                now.keep(session);
                yield new Answer(now.roles(), null);
            }
            case StaffRenewals.Outcome outcome when believed -> new Answer(known.roles(), null);
            case StaffRenewals.Outcome.NotAnswered silence ->
                new Answer(Set.of(), StaffUnconfirmedException.tryAgain(request));
            case StaffRenewals.Outcome.NotConfirmed doubt ->
                new Answer(Set.of(), StaffUnconfirmedException.signInAgain());
        };
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent signedIn) {
        if (signedIn.getAuthentication().getPrincipal() instanceof PortalUser(Person person, var token)
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var session = attributes.getRequest().getSession();
            var roles = Operator.roles(person.id(), person.roles(), microsoft);
            if (roles.isEmpty()) {
                StaffSession.forget(session);
                return;
            }
            var refresh = SignInTokens.refreshToken(attributes.getRequest()).orElse(null);
            StaffSession.of(session, person.id(), roles, clock.instant(), refresh)
                    .keep(session);
        }
    }
}
