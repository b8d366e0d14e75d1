package io.patchbay.notification.web;

import io.patchbay.notification.channel.MailLinkUse;
import io.patchbay.notification.channel.MailLinkUse.Question;
import io.patchbay.platform.access.OpenToAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where links in e-mail lead. Opening one changes nothing, because mail scanners open them too; a button does. */
@Controller
@RequestMapping("/mail/{token}")
class MailLinkController {

    private final MailLinkUse links;

    MailLinkController(MailLinkUse links) {
        this.links = links;
    }

    @GetMapping
    @OpenToAll
    String ask(@PathVariable("token") String token, HttpServletResponse response, Model model) {
        model.addAttribute("token", token);
        return page(links.question(token), false, response, model);
    }

    /** A person's button, or a mail program's one-click unsubscribe (RFC 8058), which sends no cookie and follows no link. */
    @PostMapping
    @OpenToAll
    String confirm(
            @PathVariable("token") String token,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick,
            HttpServletResponse response,
            Model model) {
        return page(links.confirm(token), true, response, model);
    }

    private static String page(Optional<Question> question, boolean done, HttpServletResponse response, Model model) {
        if (question.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "notification/link-gone";
        }
        model.addAttribute("question", question.get());
        model.addAttribute("done", done || question.get().address() == null);
        return "notification/link";
    }
}
