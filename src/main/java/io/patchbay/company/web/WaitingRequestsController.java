package io.patchbay.company.web;

import io.patchbay.company.access.WaitingRequests;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.ui.Toasts;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminds of one's own request for access, or takes it back. */
@Controller
@RequestMapping("/companies/{id}/access-requests")
class WaitingRequestsController {

    private final WaitingRequests requests;
    private final MessageSourceAccessor messages;

    WaitingRequestsController(WaitingRequests requests, MessageSourceAccessor messages) {
        this.requests = requests;
        this.messages = messages;
    }

    @PostMapping("/renewal")
    @SignedIn
    String renew(@PathVariable("id") UUID id, Person person, RedirectAttributes redirect) {
        return done("companies.renewed", requests.renew(new CompanyId(id), person, Current.actor()), redirect);
    }

    @PostMapping("/withdrawal")
    @SignedIn
    String withdraw(@PathVariable("id") UUID id, Person person, RedirectAttributes redirect) {
        return done("companies.withdrawn", requests.withdraw(new CompanyId(id), person, Current.actor()), redirect);
    }

    private String done(String message, String company, RedirectAttributes redirect) {
        Toasts.success(redirect, messages.getMessage(message, new Object[] {company}));
        return "redirect:/companies";
    }
}
