package io.patchbay.account.web;

import io.patchbay.company.ChosenCompany;
import io.patchbay.company.Companies;
import io.patchbay.company.Leaving;
import io.patchbay.company.Membership;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.pageview.InOwnTransactions;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpSession;
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

/** The companies the person is in: going over to one, landing there by default, leaving it. */
@Controller
@RequestMapping("/account/companies/{id}")
class MyCompaniesController {

    private static final String PAGE = "redirect:/account";

    private final Companies companies;
    private final Leaving leaving;
    private final MessageSourceAccessor messages;

    MyCompaniesController(Companies companies, Leaving leaving, MessageSourceAccessor messages) {
        this.companies = companies;
        this.leaving = leaving;
        this.messages = messages;
    }

    @PostMapping("/switch")
    @SignedIn
    String switchTo(@PathVariable("id") UUID id, Person person, HttpSession session) {
        ChosenCompany.choose(session, own(id, person).company());
        return "redirect:/overview";
    }

    @PostMapping("/default")
    @SignedIn
    String remember(
            @PathVariable("id") UUID id,
            @RequestParam(name = "remember", defaultValue = "false") boolean remember,
            Person person,
            RedirectAttributes redirect) {
        var company = own(id, person);
        companies.remember(person.id(), company.company(), remember);
        Toasts.success(
                redirect,
                messages.getMessage(
                        remember ? "account.companies.remembered" : "account.companies.forgotten",
                        new Object[] {company.companyName()}));
        return PAGE;
    }

    @GetMapping("/leave")
    @SignedIn
    @InOwnTransactions("asks for a company that need not be the current one")
    String askToLeave(@PathVariable("id") UUID id, Person person, Model model) {
        model.addAttribute("company", own(id, person));
        return "account/leave";
    }

    @PostMapping("/leave")
    @SignedIn
    String leave(@PathVariable("id") UUID id, Person person, HttpSession session, RedirectAttributes redirect) {
        var company = own(id, person);
        leaving.leave(company.company(), person.id(), Current.actor());
        if (ChosenCompany.in(session).filter(company.company()::equals).isPresent()) {
            ChosenCompany.forget(session);
        }
        Toasts.success(redirect, messages.getMessage("account.companies.left", new Object[] {company.companyName()}));
        return PAGE;
    }

    private Membership own(UUID id, Person person) {
        return companies.membership(new CompanyId(id), person).orElseThrow(NotFoundException::new);
    }
}
