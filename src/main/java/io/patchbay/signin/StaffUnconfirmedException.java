package io.patchbay.signin;

import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.problem.WayOn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** Somebody was staff at sign-in, and Entra ID has not confirmed it for longer than it is believed. */
class StaffUnconfirmedException extends RefusedException {

    private final transient @Nullable WayOn wayOn;

    private StaffUnconfirmedException(String messageKey, @Nullable WayOn wayOn) {
        super(messageKey);
        this.wayOn = wayOn;
    }

    /** It may be confirmed in a minute: Entra ID did not answer. */
    static StaffUnconfirmedException tryAgain(HttpServletRequest request) {
        return new StaffUnconfirmedException(
                "rights.staff.notAnswered",
                HttpMethod.GET.matches(request.getMethod())
                        ? new WayOn(request.getRequestURI(), "rights.staff.again")
                        : null);
    }

    /** Another sign-in alone can confirm it. */
    static StaffUnconfirmedException signInAgain() {
        return new StaffUnconfirmedException("rights.staff.notConfirmed", new WayOn("/sign-in", "signin.title"));
    }

    @Override
    public Optional<WayOn> wayOn() {
        return Optional.ofNullable(wayOn);
    }
}
