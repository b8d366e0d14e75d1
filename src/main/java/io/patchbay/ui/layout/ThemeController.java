package io.patchbay.ui.layout;

import io.patchbay.platform.access.OpenToAll;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.ui.preference.PreferenceCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
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
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                PreferenceCookie.of(request, Theme.COOKIE, chosen.key()).toString());
        var redirect = new RedirectView(LocalPath.orHome(back), true);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }
}
