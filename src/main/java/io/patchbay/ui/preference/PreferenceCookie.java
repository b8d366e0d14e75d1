package io.patchbay.ui.preference;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Cookies that remember how somebody reads pages, whoever it is. Over https their names begin with {@code __Host-}: browsers
 * take those from the portal alone, and only over https. The scripts of the pages name theirs the same way.
 */
public final class PreferenceCookie {

    private static final String PREFIX = "__Host-";

    private PreferenceCookie() {}

    /** What the browser says of a preference. */
    public static Optional<String> read(HttpServletRequest request, String preference) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request, preference)))
                .map(Cookie::getValue);
    }

    /** To have the browser remember a preference for a year, out of reach of scripts. */
    public static ResponseCookie of(HttpServletRequest request, String preference, String value) {
        return ResponseCookie.from(name(request, preference), value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
    }

    private static String name(HttpServletRequest request, String preference) {
        return request.isSecure() ? PREFIX + preference : preference;
    }
}
