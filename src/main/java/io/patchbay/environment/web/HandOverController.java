package io.patchbay.environment.web;

import io.patchbay.company.ChosenCompany;
import io.patchbay.company.Companies;
import io.patchbay.environment.Environments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.pageview.InOwnTransactions;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.platform.tenancy.Person;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where a colleague with the right directory role finishes connecting. The link carries no authority: who follows it signs
 * in as themselves and needs a role in the company of their own.
 */
@Controller
class HandOverController {

    private final Companies companies;
    private final Environments environments;

    HandOverController(Companies companies, Environments environments) {
        this.companies = companies;
        this.environments = environments;
    }

    @GetMapping("/connect/{company}/{environment}")
    @SignedIn
    @InOwnTransactions("looks into the company that a link names, and writes")
    String finish(
            @PathVariable("company") UUID company,
            @PathVariable("environment") UUID environment,
            Person person,
            HttpSession session,
            Model model) {
        var id = new CompanyId(company);
        var membership = companies.membership(id, person);
        if (membership.isEmpty()) {
            if (companies.joinableBy(person, companies.of(person)).stream()
                    .noneMatch(joinable -> joinable.id().equals(id))) {
                throw new NotFoundException();
            }
            return "redirect:/companies";
        }
        if (!membership.get().capabilities().contains(Capability.CONNECT_INTUNE)) {
            throw new RefusedException("rights.CONNECT_INTUNE");
        }
        ChosenCompany.choose(session, id);
        model.addAttribute(
                "environment", Current.as(id, Current.actor(), () -> environments.get(new EnvironmentId(environment))));
        model.addAttribute("companyName", membership.get().companyName());
        return "environment/hand-over";
    }
}
