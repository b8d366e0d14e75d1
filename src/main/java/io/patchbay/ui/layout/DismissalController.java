package io.patchbay.ui.layout;

import io.patchbay.platform.access.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Puts a banner at the top of the pages away. */
@Controller
class DismissalController {

    private final LayoutContributions layout;

    DismissalController(LayoutContributions layout) {
        this.layout = layout;
    }

    @PostMapping("/banners/dismissals")
    @SignedIn
    RedirectView dismiss(@RequestParam(name = "key") String key, @RequestParam(defaultValue = "/") String back) {
        layout.dismiss(key);
        var redirect = new RedirectView(LocalPath.orHome(back), true);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }
}
