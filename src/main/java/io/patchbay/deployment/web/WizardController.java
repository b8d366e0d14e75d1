package io.patchbay.deployment.web;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.management.DeploymentDrafts;
import io.patchbay.deployment.management.DeploymentOffer;
import io.patchbay.deployment.management.DeploymentOffers;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/** The Deploy wizard's first and last step; the same page changes the version policy of a deployment. */
@Controller
@RequestMapping("/deployments")
class WizardController {

    private final DeploymentDrafts drafts;
    private final Deployments deployments;
    private final DeploymentQueries queries;
    private final DeploymentOffers offers;
    private final DeployGate gate;
    private final Environments environments;
    private final MessageSourceAccessor messages;

    WizardController(
            DeploymentDrafts drafts,
            Deployments deployments,
            DeploymentQueries queries,
            DeploymentOffers offers,
            DeployGate gate,
            Environments environments,
            MessageSourceAccessor messages) {
        this.drafts = drafts;
        this.deployments = deployments;
        this.queries = queries;
        this.offers = offers;
        this.gate = gate;
        this.environments = environments;
        this.messages = messages;
    }

    @GetMapping("/new")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String begin(
            @RequestParam(name = "app") String app,
            @RequestParam(name = "environment", required = false) @Nullable UUID environment,
            Model model) {
        var offer = offers.of(appId(app));
        model.addAttribute("form", VersionForm.of(environment(environment), app, offer.proposed()));
        return page(offer, null, model);
    }

    private UUID environment(@Nullable UUID wanted) {
        return wanted != null
                ? environments.get(new EnvironmentId(wanted)).id().value()
                : connected().stream()
                        .map(one -> one.id().value())
                        .findFirst()
                        .orElseThrow(() -> new NotConnectedException("deployments.gate.notConnected"));
    }

    private List<EnvironmentView> connected() {
        return environments.all().stream().filter(EnvironmentView::connected).toList();
    }

    private static AppId appId(@Nullable String text) {
        try {
            return new AppId(Objects.requireNonNullElse(text, ""));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private String page(DeploymentOffer offer, @Nullable DeploymentView deployment, Model model) {
        model.addAttribute("offer", offer);
        model.addAttribute("deployment", deployment);
        model.addAttribute("environments", connected());
        model.addAttribute(
                "blocked",
                deployment == null
                        ? connected().stream()
                                .flatMap(one -> gate.whyNoNew(one.id()).map(why -> one.name() + ": " + why).stream())
                                .toList()
                        : List.of());
        return "deployment/version";
    }

    @PostMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String create(@Valid @ModelAttribute("form") VersionForm form, BindingResult errors, Model model) {
        var offer = offers.of(appId(form.app()));
        var installer = check(form, offer, errors);
        if (installer.isEmpty() || errors.hasErrors() || form.environment() == null) {
            return page(offer, null, model);
        }
        var spec = DeploymentSpec.of(form.choice(), installer.get());
        var id = drafts.begin(new EnvironmentId(form.environment()), appId(form.app()), spec);
        return "redirect:/deployments/" + id + "/configuration";
    }

    /** The installer that the form chooses; empty where it has errors that leave none. */
    private Optional<InstallerChoice> check(VersionForm form, DeploymentOffer offer, BindingResult errors) {
        var installer = form.installer(offer);
        if (installer.isEmpty()) {
            var known = offer.kinds().stream()
                    .anyMatch(kind -> VersionForm.kind(kind).equals(form.kind()));
            errors.rejectValue(
                    known ? "language" : "kind", known ? "deployments.language.none" : "deployments.kind.required");
        } else if (form.policy() == VersionForm.Policy.FIXED && form.version() != null) {
            var spec = DeploymentSpec.of(new VersionChoice.Fixed(form.version()), installer.get());
            if (!offers.installable(appId(offer.app()), spec)) {
                errors.rejectValue("version", "deployments.version.notInstallable");
            }
        }
        if (form.policy() == VersionForm.Policy.FIXED && !offer.versions().contains(form.version())) {
            errors.rejectValue("version", "deployments.version.required");
        }
        return installer;
    }

    @GetMapping("/{id}/version")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String version(@PathVariable("id") UUID id, Model model) {
        var deployment = queries.get(new DeploymentId(id));
        model.addAttribute(
                "form",
                VersionForm.of(
                        deployment.app(), deployment.environment().value(), deployment.spec(), deployment.change()));
        return page(offers.of(appId(deployment.app())), deployment, model);
    }

    @PostMapping("/{id}/version")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String changeVersion(
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") VersionForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        var deployment = queries.get(new DeploymentId(id));
        var offer = offers.of(appId(deployment.app()));
        var installer = check(form, offer, errors);
        if (installer.isEmpty() || errors.hasErrors()) {
            return page(offer, deployment, model);
        }
        deployments.change(
                deployment.id(), deployment.spec().with(form.choice(), installer.get()), Wizard.seen(form.change()));
        return Wizard.on(deployment, "configuration", redirect, messages);
    }

    @GetMapping("/{id}/summary")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String summary(@PathVariable("id") UUID id, Model model) {
        var deployment = queries.get(new DeploymentId(id));
        return deployment.draft() ? summary(deployment, false, model) : "redirect:/deployments/" + id;
    }

    private String summary(DeploymentView deployment, boolean unconfirmed, Model model) {
        model.addAttribute("deployment", deployment);
        model.addAttribute("unconfirmed", unconfirmed);
        model.addAttribute(
                "effect",
                offers.effect(appId(deployment.app()), deployment.spec()).orElse(null));
        model.addAttribute("facts", offers.facts(appId(deployment.app()), deployment.spec()));
        model.addAttribute(
                "newest",
                offers.release(appId(deployment.app()), deployment.spec().choice())
                        .map(release -> release.version())
                        .orElse(null));
        model.addAttribute("hindrance", gate.whyNoNew(deployment.environment()).orElse(null));
        return "deployment/summary";
    }

    @PostMapping("/{id}/publication")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String publish(
            @PathVariable("id") UUID id,
            @RequestParam(name = "toNobody", defaultValue = "false") boolean toNobody,
            RedirectAttributes redirect,
            Model model) {
        var deployment = queries.get(new DeploymentId(id));
        if (deployment.draft() && deployment.spec().toNobody() && !toNobody) {
            return summary(deployment, true, model);
        }
        drafts.publish(deployment.id());
        Toasts.success(redirect, messages.getMessage("deployments.created"));
        return "redirect:/deployments/" + id;
    }
}
