package io.patchbay.deployment.web;

import io.patchbay.deployment.management.Leftovers;
import io.patchbay.environment.Environments;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import java.util.List;
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

/** What an earlier connection left in Intune: taken over, deleted, or left alone. */
@Controller
@RequestMapping("/deployments/environments/{id}/leftovers")
class LeftoversController {

    private final Leftovers leftovers;
    private final Environments environments;
    private final EntraEndpoints endpoints;
    private final MessageSourceAccessor messages;

    LeftoversController(
            Leftovers leftovers, Environments environments, EntraEndpoints endpoints, MessageSourceAccessor messages) {
        this.leftovers = leftovers;
        this.environments = environments;
        this.endpoints = endpoints;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String list(@PathVariable("id") UUID id, Model model) {
        show(id, List.of(), model);
        return "deployment/leftovers";
    }

    private void show(UUID id, List<String> chosen, Model model) {
        var environment = environments.get(new EnvironmentId(id));
        model.addAttribute("environment", environment);
        model.addAttribute("leftovers", leftovers.find(environment.id()));
        model.addAttribute("chosen", chosen);
        model.addAttribute("most", Leftovers.AT_MOST);
        model.addAttribute("endpoints", endpoints);
    }

    /** Taking over is done; deleting is asked first. */
    @PostMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String several(
            @PathVariable("id") UUID id,
            @RequestParam(name = "apps", required = false) @Nullable List<String> apps,
            @RequestParam(name = "action", defaultValue = "adopt") String action,
            RedirectAttributes redirect,
            Model model) {
        var chosen = chosen(id, apps);
        switch (action) {
            case "adopt" -> {
                var made = leftovers.adopt(new EnvironmentId(id), chosen);
                Toasts.success(redirect, messages.getMessage("leftovers.adopted", new Object[] {made}));
                return "redirect:/deployments";
            }
            case "delete" -> {
                show(id, chosen, model);
                return "deployment/leftovers-delete";
            }
            default -> throw new InvalidRequestException("problem.parameter", "action");
        }
    }

    @PostMapping("/deletion")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String delete(
            @PathVariable("id") UUID id,
            @RequestParam(name = "apps", required = false) @Nullable List<String> apps,
            RedirectAttributes redirect) {
        var begun = leftovers.delete(new EnvironmentId(id), chosen(id, apps));
        Toasts.success(redirect, messages.getMessage("leftovers.deleted", new Object[] {begun}));
        return "redirect:/deployments";
    }

    private List<String> chosen(UUID environment, @Nullable List<String> apps) {
        environments.get(new EnvironmentId(environment));
        if (apps == null) {
            throw new InvalidRequestException("leftovers.none.chosen");
        }
        return apps;
    }
}
