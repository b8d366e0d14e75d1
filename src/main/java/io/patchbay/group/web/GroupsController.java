package io.patchbay.group.web;

import io.patchbay.company.Members;
import io.patchbay.company.Role;
import io.patchbay.environment.ConnectionFeatures;
import io.patchbay.environment.Environments;
import io.patchbay.environment.Feature;
import io.patchbay.group.role.Groups;
import io.patchbay.group.role.TenantGroups;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Htmx;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings | Users | Entra ID Groups. */
@Controller
@RequestMapping("/settings/users/groups")
class GroupsController {

    private static final String PAGE = "redirect:/settings/users/groups";

    private final Groups groups;
    private final TenantGroups tenantGroups;
    private final Members members;
    private final Environments environments;
    private final ConnectionFeatures features;
    private final MessageSourceAccessor messages;

    GroupsController(
            Groups groups,
            TenantGroups tenantGroups,
            Members members,
            Environments environments,
            ConnectionFeatures features,
            MessageSourceAccessor messages) {
        this.groups = groups;
        this.tenantGroups = tenantGroups;
        this.members = members;
        this.environments = environments;
        this.features = features;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_USERS)
    String list(Model model) {
        frame(model);
        return page(null, true, model);
    }

    /**
     * The list after Entra ID was asked; nothing new is nothing to be drawn anew. What does not depend on the answer is read
     * before, while the page's transaction is open.
     */
    @GetMapping("/refreshed")
    @Requires(Capability.VIEW_USERS)
    @Nullable
    String refreshed(HttpServletRequest request, HttpServletResponse response, Model model) {
        frame(model);
        var refreshed = groups.refresh();
        if (Htmx.wantsFragment(request) && !refreshed.changed() && refreshed.problem() == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        return page(refreshed.problem(), false, model);
    }

    private void frame(Model model) {
        model.addAttribute("waiting", members.waiting());
        model.addAttribute("roles", Role.values());
        model.addAttribute("most", Groups.AT_MOST);
        model.addAttribute("mayDecide", Current.may(Capability.MANAGE_ACCESS));
    }

    private String page(@Nullable String problem, boolean ask, Model model) {
        var all = groups.all();
        model.addAttribute("groups", GroupRow.all(all, environments.all()));
        model.addAttribute("problem", problem);
        model.addAttribute("ask", ask && !all.isEmpty());
        model.addAttribute("add", AddButton.of(environments.all(), all, features.whyOff(Feature.GROUP_ACCESS)));
        return "group/groups";
    }

    @PostMapping("/{id}/role")
    @Requires(Capability.MANAGE_ACCESS)
    String change(
            @PathVariable("id") UUID id,
            @RequestParam("role") Role role,
            @RequestParam(name = "accessManagement", defaultValue = "false") boolean accessManagement,
            RedirectAttributes redirect) {
        var name = groups.change(id, role, accessManagement);
        Toasts.success(redirect, messages.getMessage("groups.changed", new Object[] {name}));
        return PAGE;
    }

    @GetMapping("/{id}/members")
    @Requires(Capability.VIEW_USERS)
    String members(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("group", groups.get(id));
        model.addAttribute("members", tenantGroups.members(id));
        return "group/members";
    }

    @GetMapping("/{id}/removal")
    @Requires(Capability.MANAGE_ACCESS)
    String ask(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("removal", groups.removal(id));
        return "group/remove";
    }

    @PostMapping("/{id}/removal")
    @Requires(Capability.MANAGE_ACCESS)
    String remove(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        var name = groups.remove(id);
        Toasts.success(redirect, messages.getMessage("groups.removed", new Object[] {name}));
        return PAGE;
    }
}
