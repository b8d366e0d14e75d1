package io.patchbay.support.web;

import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.pageview.InOwnTransactions;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.support.session.SupportSessions;
import io.patchbay.support.session.SupportView;
import io.patchbay.ui.Toasts;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The support console: companies, and what each of them lets support see. */
@Controller
@RequestMapping("/support")
class SupportController {

    /** An e-mail address, an AADSTS code, or an identifier: what a case begins with. */
    private static final Pattern SPECIFIC = Pattern.compile("[^@\\s]+@[^@\\s]+|(?i:AADSTS)\\d{4,8}|[0-9a-fA-F-]{36}");

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    private final SupportSessions sessions;
    private final SupportView view;
    private final Clock clock;
    private final MessageSourceAccessor messages;

    SupportController(SupportSessions sessions, SupportView view, Clock clock, MessageSourceAccessor messages) {
        this.sessions = sessions;
        this.view = view;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    @ForStaff(StaffRole.SUPPORT)
    @InOwnTransactions("Looks into another company, and writes that down.")
    String search(@RequestParam(name = "q", defaultValue = "") String q, Model model) {
        var term = q.strip();
        var asked = term.length() >= SHORTEST && term.length() <= LONGEST;
        model.addAttribute("q", term);
        model.addAttribute("asked", asked);
        model.addAttribute("companies", asked ? sessions.search(term) : List.of());
        model.addAttribute("mentions", asked && SPECIFIC.matcher(term).matches() ? view.mentions(term) : List.of());
        return "support/companies";
    }

    @GetMapping("/companies/{id}")
    @ForStaff(StaffRole.SUPPORT)
    @InOwnTransactions("Looks into another company, and writes that down.")
    String company(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("request", new AskForm("", ""));
        model.addAttribute("ticketForm", new TicketForm(""));
        return page(id, model);
    }

    @PostMapping("/companies/{id}/requests")
    @ForStaff(StaffRole.SUPPORT)
    String ask(
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("request") AskForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        if (errors.hasErrors()) {
            model.addAttribute("ticketForm", new TicketForm(""));
            return page(id, model);
        }
        sessions.ask(new CompanyId(id), form.ticket(), form.reason());
        Toasts.success(redirect, messages.getMessage("support.asked"));
        return "redirect:/support/companies/" + id;
    }

    @PostMapping("/companies/{id}/sessions")
    @ForStaff(StaffRole.SUPPORT)
    String begin(
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("ticketForm") TicketForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) {
            model.addAttribute("request", new AskForm("", ""));
            return page(id, model);
        }
        sessions.start(new CompanyId(id), form.number());
        return "redirect:/support/companies/" + id + "/events";
    }

    private String page(UUID id, Model model) {
        var seen = view.environments(new CompanyId(id));
        var grant = seen.support().grant();
        model.addAttribute("support", seen.support());
        model.addAttribute("left", grant.map(one -> one.left(clock.instant())).orElse(null));
        model.addAttribute("environments", seen.seen());
        return "support/company";
    }
}
