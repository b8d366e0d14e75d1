package io.patchbay.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page behind the question mark, the same from everywhere; asks for no sign-in. */
@Controller
class HelpController {

    @GetMapping("/help")
    String help() {
        return "web/help";
    }
}
