package io.patchbay.account.web;

import io.patchbay.account.session.Sessions;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signs the person out elsewhere. */
@Controller
@RequestMapping("/account/sessions")
class SessionsController {

    private static final String PAGE = "redirect:/account";

    private final Sessions sessions;
    private final MessageSourceAccessor messages;

    SessionsController(Sessions sessions, MessageSourceAccessor messages) {
        this.sessions = sessions;
        this.messages = messages;
    }

    @PostMapping("/{reference}/end")
    @SignedIn
    String end(
            @PathVariable("reference") UUID reference,
            Person person,
            HttpSession session,
            RedirectAttributes redirect) {
        sessions.end(person.id(), reference, session.getId());
        Toasts.success(redirect, messages.getMessage("account.sessions.ended", new Object[] {1}));
        return PAGE;
    }

    @PostMapping("/end-others")
    @SignedIn
    String endOthers(Person person, HttpSession session, RedirectAttributes redirect) {
        var ended = sessions.endOthers(person.id(), session.getId());
        Toasts.success(redirect, messages.getMessage("account.sessions.ended", new Object[] {ended}));
        return PAGE;
    }
}
