package io.patchbay.company.web;

import io.patchbay.company.ChosenCompany;
import io.patchbay.company.deletion.CompanyDeletion;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks whether the company shall be deleted, deletes it, and says what is left to do. */
@Controller
class CompanyDeletionController {

    private final CompanyDeletion deletion;
    private final EntraEndpoints endpoints;
    private final MessageSourceAccessor messages;

    /** The company's name, typed. */
    public record Confirmation(String confirmation) {

        public Confirmation {
            confirmation = confirmation == null ? "" : confirmation;
        }
    }

    CompanyDeletionController(CompanyDeletion deletion, EntraEndpoints endpoints, MessageSourceAccessor messages) {
        this.deletion = deletion;
        this.endpoints = endpoints;
        this.messages = messages;
    }

    @GetMapping("/settings/company/delete")
    @Requires(Capability.MANAGE_ACCESS)
    String ask(Model model) {
        model.addAttribute("typed", new Confirmation(""));
        return page(possible(), model);
    }

    @PostMapping("/settings/company/delete")
    @Requires(Capability.MANAGE_ACCESS)
    String delete(
            @ModelAttribute("typed") Confirmation typed,
            BindingResult errors,
            HttpSession session,
            RedirectAttributes redirect,
            Model model) {
        if (errors.hasErrors()) {
            return page(possible(), model);
        }
        try {
            var summary = deletion.delete(typed.confirmation());
            ChosenCompany.forget(session);
            redirect.addFlashAttribute("name", summary.name());
            redirect.addFlashAttribute("tenant", summary.homeTenant());
        } catch (InvalidRequestException anotherName) {
            errors.rejectValue("confirmation", "company.delete.mismatch");
            return page(possible(), model);
        }
        Toasts.success(redirect, messages.getMessage("company.deleted"));
        return "redirect:/companies/deleted";
    }

    private CompanyDeletion.DeletionPreview possible() {
        var preview = deletion.preview();
        if (!preview.possible()) {
            throw new ConflictException("company.delete.notYet");
        }
        return preview;
    }

    private static String page(CompanyDeletion.DeletionPreview preview, Model model) {
        model.addAttribute("preview", preview);
        return "company/delete";
    }

    @GetMapping("/companies/deleted")
    @SignedIn
    String deleted(Person person, Model model) {
        var home = model.getAttribute("tenant") instanceof UUID tenant
                ? tenant
                : person.id().tenantId();
        model.addAttribute("enterpriseApplication", endpoints.enterpriseApplication(home));
        return "company/deleted";
    }
}
