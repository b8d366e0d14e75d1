package io.patchbay.web;

import io.patchbay.tenancy.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The help page. */
@Controller
class HelpController {

    @GetMapping("/help")
    @OpenToAll
    String help() {
        return "web/help";
    }
}
