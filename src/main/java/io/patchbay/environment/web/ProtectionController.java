package io.patchbay.environment.web;

import io.patchbay.environment.protection.ProtectionSettings;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.ui.Toasts;
import jakarta.validation.Valid;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings | Company | Disconnect protection. */
@Controller
@RequestMapping("/settings/company/disconnects")
class ProtectionController {

    private static final String PAGE = "/settings/company/disconnects";

    private final ProtectionSettings settings;
    private final MessageSourceAccessor messages;

    ProtectionController(ProtectionSettings settings, MessageSourceAccessor messages) {
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_COMPANY)
    String show(Model model) {
        var page = settings.page();
        model.addAttribute("form", ProtectionForm.of(page.protection()));
        return page(page, model);
    }

    @PostMapping
    @Requires(Capability.MANAGE_ACCESS)
    String change(
            @Valid @ModelAttribute("form") ProtectionForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        if (errors.hasErrors()) {
            return page(settings.page(), model);
        }
        var request = settings.change(form.wanted());
        if (request.isPresent()) {
            return "redirect:" + DisconnectRequestController.page(request.get());
        }
        Toasts.success(redirect, messages.getMessage("protection.saved"));
        return "redirect:" + PAGE;
    }

    private static String page(ProtectionSettings.ProtectionPage page, Model model) {
        model.addAttribute("page", page);
        return "environment/protection";
    }
}
