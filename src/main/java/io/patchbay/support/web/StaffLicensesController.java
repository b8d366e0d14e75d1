package io.patchbay.support.web;

import io.patchbay.licensing.KeyAdministration;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.ui.Toasts;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** License keys: issued ones, where they are active, issuing and revoking. */
@Controller
@RequestMapping("/staff/licenses")
class StaffLicensesController {

    private static final int PAGE_SIZE = 25;

    private final KeyAdministration keys;
    private final KeyForms forms;
    private final CompanyPicker companies;
    private final MessageSourceAccessor messages;

    StaffLicensesController(
            KeyAdministration keys, KeyForms forms, CompanyPicker companies, MessageSourceAccessor messages) {
        this.keys = keys;
        this.forms = forms;
        this.companies = companies;
        this.messages = messages;
    }

    @GetMapping
    @ForStaff(StaffRole.SALES)
    String licenses(@RequestParam(name = "before", required = false) @Nullable UUID before, Model model) {
        var found = keys.newest(before, PAGE_SIZE + 1);
        model.addAttribute("keys", found.subList(0, Math.min(PAGE_SIZE, found.size())));
        model.addAttribute(
                "older", found.size() > PAGE_SIZE ? found.get(PAGE_SIZE - 1).id() : null);
        model.addAttribute("before", before);
        return "support/licenses";
    }

    @GetMapping("/new")
    @ForStaff(StaffRole.SALES)
    String issue(Model model) {
        model.addAttribute("form", forms.empty());
        return form(model);
    }

    @PostMapping
    @ForStaff(StaffRole.SALES)
    String issue(@Valid @ModelAttribute("form") KeyForm form, BindingResult errors, Model model) {
        var issued = forms.issue(form, errors, null, model);
        return issued == null ? form(model) : issued;
    }

    /** What the field for the company suggests while somebody types. */
    @GetMapping("/companies")
    @ForStaff(StaffRole.SALES)
    String companies(@RequestParam(name = "company", defaultValue = "") String typed, Model model) {
        model.addAttribute("choices", companies.matching(typed));
        return "support/company-options";
    }

    @GetMapping("/{id}")
    @ForStaff(StaffRole.SALES)
    String license(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("issued", keys.get(id));
        return "support/license";
    }

    @PostMapping("/{id}/revocation")
    @ForStaff(StaffRole.SALES)
    String revoke(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        keys.revoke(id);
        Toasts.success(redirect, messages.getMessage("staff.licensing.revoked"));
        return "redirect:/staff/licenses/" + id;
    }

    private String form(Model model) {
        forms.choices(model);
        return "support/license-new";
    }
}
