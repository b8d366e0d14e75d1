package io.patchbay.company.web;

import io.patchbay.company.Members;
import io.patchbay.company.Role;
import io.patchbay.company.member.Memberships;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.UserId;
import io.patchbay.ui.Toasts;
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

/** Settings | Users: who is in the company, and who asks to be. */
@Controller
@RequestMapping("/settings/users")
class UsersController {

    private final Members members;
    private final Memberships memberships;
    private final MessageSourceAccessor messages;

    UsersController(Members members, Memberships memberships, MessageSourceAccessor messages) {
        this.members = members;
        this.memberships = memberships;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_USERS)
    String active(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("members", members.page(q, number));
        model.addAttribute("waiting", members.waiting());
        return page("active", model);
    }

    @GetMapping("/pending")
    @Requires(Capability.VIEW_USERS)
    String pending(@RequestParam(name = "page", defaultValue = "1") int number, Model model) {
        model.addAttribute("roles", Role.values());
        model.addAttribute("requests", members.pending(number));
        return page("pending", model);
    }

    @GetMapping("/{id}")
    @Requires(Capability.MANAGE_ACCESS)
    String user(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("member", members.get(new UserId(id)));
        model.addAttribute("roles", Role.values());
        return "company/user";
    }

    @PostMapping("/{id}/role")
    @Requires(Capability.MANAGE_ACCESS)
    String change(
            @PathVariable("id") UUID id,
            @RequestParam("role") Role role,
            @RequestParam(name = "accessManagement", defaultValue = "false") boolean accessManagement,
            RedirectAttributes redirect) {
        var name = memberships.change(new UserId(id), role, accessManagement);
        Toasts.success(redirect, messages.getMessage("users.changed", new Object[] {name}));
        return "redirect:/settings/users";
    }

    @PostMapping("/{id}/removal")
    @Requires(Capability.MANAGE_ACCESS)
    String remove(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        var name = memberships.remove(new UserId(id));
        Toasts.success(redirect, messages.getMessage("users.removed", new Object[] {name}));
        return "redirect:/settings/users";
    }

    private String page(String tab, Model model) {
        model.addAttribute("tab", tab);
        model.addAttribute("mayDecide", Current.may(Capability.MANAGE_ACCESS));
        return "company/users";
    }

    @PostMapping("/pending/{id}/approval")
    @Requires(Capability.MANAGE_ACCESS)
    String approve(@PathVariable("id") UUID id, @RequestParam("role") Role role, RedirectAttributes redirect) {
        return decided("users.approved", members.approve(id, role), redirect);
    }

    @PostMapping("/pending/{id}/rejection")
    @Requires(Capability.MANAGE_ACCESS)
    String reject(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        return decided("users.rejected", members.reject(id), redirect);
    }

    private String decided(String message, String name, RedirectAttributes redirect) {
        Toasts.success(redirect, messages.getMessage(message, new Object[] {name}));
        return "redirect:/settings/users/pending";
    }
}
