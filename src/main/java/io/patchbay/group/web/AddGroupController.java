package io.patchbay.group.web;

import io.patchbay.company.Role;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.group.role.Groups;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import java.util.List;
import java.util.Optional;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Add Group: the tenant's groups to choose from. */
@Controller
@RequestMapping("/settings/users/groups")
class AddGroupController {

    private final Groups groups;
    private final AvailableGroups available;
    private final Environments environments;
    private final MessageSourceAccessor messages;

    AddGroupController(
            Groups groups, AvailableGroups available, Environments environments, MessageSourceAccessor messages) {
        this.groups = groups;
        this.available = available;
        this.environments = environments;
        this.messages = messages;
    }

    @GetMapping("/new")
    @Requires(Capability.MANAGE_ACCESS)
    String choose(@ModelAttribute("choice") GroupChoice choice, Model model) {
        return page(choice, environment(choice), null, model);
    }

    @PostMapping
    @Requires(Capability.MANAGE_ACCESS)
    String add(@ModelAttribute("choice") GroupChoice choice, RedirectAttributes redirect, Model model) {
        var environment = environment(choice);
        var problem = choice.problem();
        if (problem.isPresent()) {
            return page(choice, environment, messages.getMessage(problem.get()), model);
        }
        var wanted = choice.wanted();
        groups.add(environment, wanted);
        Toasts.success(redirect, messages.getMessage("groups.created", new Object[] {wanted.size()}));
        return "redirect:/settings/users/groups";
    }

    private String page(
            GroupChoice choice,
            EnvironmentId environment,
            @org.jspecify.annotations.Nullable String problem,
            Model model) {
        model.addAttribute("choice", choice);
        model.addAttribute("problem", problem);
        model.addAttribute("environment", environment);
        model.addAttribute("environments", connected());
        model.addAttribute("offer", available.of(environment, choice));
        model.addAttribute("roles", Role.values());
        model.addAttribute("most", Groups.AT_MOST);
        return "group/new";
    }

    /** The environment that was chosen, or the first that is connected. */
    private EnvironmentId environment(GroupChoice choice) {
        return Optional.ofNullable(choice.environment())
                .map(EnvironmentId::new)
                .or(() -> connected().stream().map(EnvironmentView::id).findFirst())
                .orElseThrow(() -> new NotConnectedException("groups.notConnected"));
    }

    private List<EnvironmentView> connected() {
        return environments.all().stream().filter(EnvironmentView::connected).toList();
    }
}
