package io.patchbay.deployment.web;

import io.patchbay.deployment.management.DeploymentHistory;
import io.patchbay.deployment.management.DeploymentOffers;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentSelection;
import io.patchbay.deployment.management.DeploymentSelection.SelectionResult;
import io.patchbay.deployment.management.DeploymentUpdates;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.synchronization.SyncView;
import io.patchbay.deployment.synchronization.Synchronizing;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.EnvironmentView.ConnectionView;
import io.patchbay.environment.Environments;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.jdbc.NumberedPages;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Deployments: the list, one of them, and what can be done with them. */
@Controller
@RequestMapping("/deployments")
class DeploymentsController {

    private static final String PAGE = "redirect:/deployments";

    private final DeploymentQueries queries;
    private final Deployments deployments;
    private final DeploymentUpdates updates;
    private final DeploymentOffers offers;
    private final DeploymentSelection selection;
    private final Synchronizing synchronizing;
    private final DeployGate gate;
    private final Environments environments;
    private final EntraEndpoints endpoints;
    private final MessageSourceAccessor messages;

    DeploymentsController(
            DeploymentQueries queries,
            Deployments deployments,
            DeploymentUpdates updates,
            DeploymentOffers offers,
            DeploymentSelection selection,
            Synchronizing synchronizing,
            DeployGate gate,
            Environments environments,
            EntraEndpoints endpoints,
            MessageSourceAccessor messages) {
        this.environments = environments;
        this.endpoints = endpoints;
        this.queries = queries;
        this.deployments = deployments;
        this.updates = updates;
        this.offers = offers;
        this.selection = selection;
        this.synchronizing = synchronizing;
        this.gate = gate;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_DEPLOYMENTS)
    String list(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "status", required = false) @Nullable VersionStatus status,
            @RequestParam(name = "updates", defaultValue = "false") boolean updates,
            @RequestParam(name = "quick", required = false) @Nullable UUID quick,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam(name = "environments", defaultValue = "1") int pageOfEnvironments,
            Model model) {
        var found = queries.find(new DeploymentQueries.DeploymentFilter(q, status, updates, quick, page));
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("updates", updates);
        model.addAttribute("quick", quick);
        model.addAttribute("found", found.page());
        model.addAttribute(
                "listed", found.deployments().stream().map(ListedDeployment::of).toList());
        model.addAttribute("moving", found.moving());
        model.addAttribute("statuses", VersionStatus.values());
        var synchronizations = synchronizing.all();
        model.addAttribute("synchronizations", NumberedPages.of(synchronizations, pageOfEnvironments));
        model.addAttribute("synchronizing", synchronizations.stream().anyMatch(SyncView::running));
        var hindrances = gate.hindrances();
        model.addAttribute("hindrances", hindrances);
        model.addAttribute("allOnHold", found.onlyIn(hindrances.keySet()));
        var connected =
                environments.all().stream().filter(EnvironmentView::connected).toList();
        model.addAttribute("connected", !connected.isEmpty());
        model.addAttribute("nowhere", connected.stream().allMatch(one -> hindrances.containsKey(one.id())));
        model.addAttribute("approvals", endpoints.multiAdminApproval());
        model.addAttribute("mayManage", Current.may(Capability.MANAGE_DEPLOYMENTS));
        return "deployment/deployments";
    }

    @GetMapping("/{id}")
    @Requires(Capability.VIEW_DEPLOYMENTS)
    String one(@PathVariable("id") UUID id, Model model) {
        var deployment = queries.get(new DeploymentId(id));
        if (deployment.draft() && Current.may(Capability.MANAGE_DEPLOYMENTS)) {
            return PAGE + "/" + id + "/configuration";
        }
        model.addAttribute("deployment", deployment);
        model.addAttribute("update", updates.offered(deployment).orElse(null));
        model.addAttribute("effect", offers.effect(deployment).orElse(null));
        model.addAttribute("history", DeploymentHistory.of(deployment));
        model.addAttribute("approvals", endpoints.multiAdminApproval());
        model.addAttribute(
                "hindrance", gate.whyNoChange(deployment.environment()).orElse(null));
        model.addAttribute("mayManage", Current.may(Capability.MANAGE_DEPLOYMENTS));
        return "deployment/deployment";
    }

    @PostMapping("/{id}/pause")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String pause(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        deployments.pause(new DeploymentId(id));
        return told(redirect, "deployments.paused", id);
    }

    @PostMapping("/{id}/resume")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String resume(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        deployments.resume(new DeploymentId(id));
        return told(redirect, "deployments.resumed", id);
    }

    @PostMapping("/{id}/update")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String update(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        updates.now(new DeploymentId(id));
        return told(redirect, "deployments.update.started", id);
    }

    @PostMapping("/{id}/retry")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String retry(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        deployments.retry(new DeploymentId(id));
        return told(redirect, "deployments.retried", id);
    }

    private String told(RedirectAttributes redirect, String key, UUID id) {
        Toasts.success(redirect, messages.getMessage(key));
        return PAGE + "/" + id;
    }

    @GetMapping("/{id}/deletion")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String ask(@PathVariable("id") UUID id, Model model) {
        return ask(List.of(queries.get(new DeploymentId(id))), model);
    }

    private String ask(List<DeploymentView> wanted, Model model) {
        model.addAttribute("deployments", wanted);
        model.addAttribute(
                "unreachable",
                wanted.stream()
                        .filter(one -> !one.draft())
                        .map(one -> environments.get(one.environment()).connection())
                        .filter(one -> one != null && one.health().inaccessible())
                        .map(ConnectionView::tenantName)
                        .distinct()
                        .collect(Collectors.joining(", ")));
        return "deployment/delete";
    }

    /** For several: deleting is asked first, trying again is done. */
    @PostMapping("/selection")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String several(
            @RequestParam(name = "ids", required = false) @Nullable List<UUID> ids,
            @RequestParam(name = "action", defaultValue = "retry") String action,
            RedirectAttributes redirect,
            Model model) {
        var chosen = chosen(ids);
        switch (action) {
            case "delete" -> {
                return ask(chosen.stream().map(queries::get).toList(), model);
            }
            case "update" -> {
                return told(redirect, "deployments.update.started", selection.update(chosen));
            }
            case "pause" -> {
                return told(redirect, "deployments.paused", selection.pause(chosen));
            }
            case "retry" -> {
                return told(redirect, "deployments.retried", selection.retry(chosen));
            }
            default -> throw new InvalidRequestException("problem.parameter", "action");
        }
    }

    @PostMapping("/deletion")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String delete(@RequestParam(name = "ids", required = false) @Nullable List<UUID> ids, RedirectAttributes redirect) {
        return told(redirect, "deployments.deleted", selection.delete(chosen(ids)));
    }

    /** Says with how many it was done, and of each other one why it was not. */
    private String told(RedirectAttributes redirect, String key, SelectionResult result) {
        if (result.done() > 0) {
            Toasts.success(redirect, messages.getMessage(key, new Object[] {result.done()}));
        }
        result.notDone().forEach(one -> Toasts.failure(redirect, one.appName() + ": " + one.reason()));
        return PAGE;
    }

    private static List<DeploymentId> chosen(@Nullable List<UUID> ids) {
        if (ids == null || ids.isEmpty()) {
            throw new InvalidRequestException("deployments.noneChosen");
        }
        if (ids.size() > DeploymentSelection.AT_MOST) {
            throw new InvalidRequestException("deployments.tooMany", DeploymentSelection.AT_MOST);
        }
        return ids.stream().map(DeploymentId::new).toList();
    }

    @PostMapping("/synchronization")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String synchronize(@RequestParam("environment") UUID environment, RedirectAttributes redirect) {
        synchronizing.now(new EnvironmentId(environment));
        Toasts.success(redirect, messages.getMessage("deployments.sync.asked"));
        return PAGE;
    }
}
