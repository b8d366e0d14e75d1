package io.patchbay.ui.layout;

import io.patchbay.platform.access.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The help page. */
@Controller
class HelpController {

    @GetMapping("/help")
    @OpenToAll
    String help() {
        return "ui/help";
    }
}
