package io.patchbay.company.web;

import io.patchbay.company.ChosenCompany;
import io.patchbay.company.Companies;
import io.patchbay.company.access.AccessRequests;
import io.patchbay.company.access.WaitingRequests;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.pageview.InOwnTransactions;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing a company, or asking to be let into one. */
@Controller
@RequestMapping("/companies")
class CompaniesController {

    private static final int REASON_LIMIT = 500;
    private static final int SEARCHED_FROM = 8;
    private static final int IN_MENU = 12;

    private final Companies companies;
    private final AccessRequests requests;
    private final WaitingRequests waiting;
    private final MessageSourceAccessor messages;

    CompaniesController(
            Companies companies, AccessRequests requests, WaitingRequests waiting, MessageSourceAccessor messages) {
        this.companies = companies;
        this.requests = requests;
        this.waiting = waiting;
        this.messages = messages;
    }

    @GetMapping
    @SignedIn
    @InOwnTransactions("asks in each company whether it gives access")
    String choose(Person person, Model model) {
        var reachable = companies.reachableBy(person);
        var own = reachable.own();
        var joinable = companies.joinableBy(person, own);
        var undecided = reachable.undecided();
        if (own.isEmpty() && joinable.isEmpty() && undecided.isEmpty()) {
            return "redirect:/companies/new";
        }
        model.addAttribute("own", own);
        model.addAttribute("joinable", joinable);
        model.addAttribute("undecided", undecided);
        model.addAttribute("waiting", waiting.of(person.id()));
        model.addAttribute("current", Current.companyIfAny().orElse(null));
        return "company/choose";
    }

    /** The companies of the person, for the menu in the top bar; the current one first. */
    @GetMapping("/menu")
    @SignedIn
    @InOwnTransactions("asks in each company whether it gives access")
    String menu(@RequestParam(name = "q", defaultValue = "") String q, Person person, Model model) {
        var current = Current.companyIfAny().orElse(null);
        var own = companies.of(person);
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        var found = own.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(one -> !one.id().equals(current)))
                .toList();
        model.addAttribute("current", current);
        model.addAttribute("many", own.size() > SEARCHED_FROM);
        model.addAttribute("found", found.stream().limit(IN_MENU).toList());
        model.addAttribute("more", Math.max(0, found.size() - IN_MENU));
        return "company/menu :: menu";
    }

    @PostMapping("/{id}/choice")
    @SignedIn
    String choose(
            @PathVariable("id") UUID id,
            @RequestParam(name = "remember", defaultValue = "false") boolean remember,
            Person person,
            HttpSession session) {
        var company = new CompanyId(id);
        if (companies.membership(company, person).isEmpty()) {
            throw new NotFoundException();
        }
        ChosenCompany.choose(session, company);
        companies.remember(person.id(), company, remember);
        return "redirect:/overview";
    }

    @PostMapping("/{id}/access-requests")
    @SignedIn
    String ask(
            @PathVariable("id") UUID id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Person person,
            RedirectAttributes redirect) {
        if (reason.length() > REASON_LIMIT) {
            throw new InvalidRequestException("companies.reasonTooLong", REASON_LIMIT);
        }
        var name = requests.ask(new CompanyId(id), person, reason.strip(), Current.actor());
        Toasts.success(redirect, messages.getMessage("companies.asked", new Object[] {name}));
        return "redirect:/companies";
    }
}
