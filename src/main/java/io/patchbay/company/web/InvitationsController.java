package io.patchbay.company.web;

import io.patchbay.company.Members;
import io.patchbay.company.Role;
import io.patchbay.company.invitation.Invitations;
import io.patchbay.company.invitation.SentInvitation;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Toasts;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** Settings | Users | Invitations. */
@Controller
@RequestMapping("/settings/users/invitations")
class InvitationsController {

    private static final String PAGE = "redirect:/settings/users/invitations";

    private final Invitations invitations;
    private final Members members;
    private final MessageSourceAccessor messages;

    InvitationsController(Invitations invitations, Members members, MessageSourceAccessor messages) {
        this.invitations = invitations;
        this.members = members;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_USERS)
    String open(@RequestParam(name = "page", defaultValue = "1") int number, Model model) {
        model.addAttribute("invitation", new InvitationForm("", Role.READ_ONLY_ADMIN, false));
        return page(number, model);
    }

    private String page(int number, Model model) {
        model.addAttribute("tab", "invitations");
        model.addAttribute("invitations", invitations.open(number));
        model.addAttribute("waiting", members.waiting());
        model.addAttribute("roles", roles());
        model.addAttribute("mayDecide", Current.may(Capability.MANAGE_ACCESS));
        return "company/invitations";
    }

    private static Map<String, String> roles() {
        var roles = new LinkedHashMap<String, String>();
        for (var role : Role.values()) {
            roles.put(role.name(), role.label());
        }
        return roles;
    }

    @PostMapping
    @Requires(Capability.MANAGE_ACCESS)
    String invite(
            @Valid @ModelAttribute("invitation") InvitationForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        if (!errors.hasErrors() && Boolean.TRUE.equals(form.accessManagement()) && form.role() != Role.FULL_ADMIN) {
            errors.rejectValue("accessManagement", "users.accessNeedsFullAdmin");
        }
        if (errors.hasErrors()) {
            return page(1, model);
        }
        return sent(
                invitations.invite(
                        form.email(),
                        Objects.requireNonNull(form.role()),
                        Boolean.TRUE.equals(form.accessManagement())),
                redirect);
    }

    @PostMapping("/{id}/resend")
    @Requires(Capability.MANAGE_ACCESS)
    String resend(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        return sent(invitations.resend(id), redirect);
    }

    @PostMapping("/{id}/removal")
    @Requires(Capability.MANAGE_ACCESS)
    String delete(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        Toasts.success(redirect, messages.getMessage("invitation.deleted", new Object[] {invitations.delete(id)}));
        return PAGE;
    }

    private String sent(SentInvitation sent, RedirectAttributes redirect) {
        redirect.addFlashAttribute("link", sent.link());
        if (sent.mailed()) {
            Toasts.success(redirect, messages.getMessage("invitation.sent", new Object[] {sent.email()}));
        } else {
            Toasts.info(redirect, messages.getMessage("invitation.notMailed", new Object[] {sent.email()}));
        }
        return PAGE;
    }
}
