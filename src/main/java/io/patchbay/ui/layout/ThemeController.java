package io.patchbay.ui.layout;

import io.patchbay.platform.access.OpenToAll;
import io.patchbay.platform.problem.InvalidRequestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Remembers in a cookie how the visitor wants the pages colored; asks for no sign-in. */
@Controller
class ThemeController {

    @PostMapping("/preferences/theme")
    @OpenToAll
    RedirectView choose(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Theme chosen = Theme.parse(theme).orElseThrow(() -> new InvalidRequestException("theme.unknown"));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(chosen, request.isSecure()));
        var redirect = new RedirectView(LocalPath.orHome(back), true);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }

    private static String cookie(Theme theme, boolean secure) {
        return ResponseCookie.from(Theme.COOKIE, theme.key())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
