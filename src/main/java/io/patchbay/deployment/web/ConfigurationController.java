package io.patchbay.deployment.web;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.InstallEffect;
import io.patchbay.deployment.management.DeploymentChoices;
import io.patchbay.deployment.management.DeploymentOffers;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.management.ManifestFacts;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The wizard's second step: how it is installed, found and kept. */
@Controller
@RequestMapping("/deployments/{id}/configuration")
class ConfigurationController {

    private static final String EFFECT = "catalog/effect :: effect(effect=${effect})";

    private final Deployments deployments;
    private final DeploymentQueries queries;
    private final DeploymentOffers offers;
    private final DeploymentChoices choices;
    private final MessageSourceAccessor messages;

    ConfigurationController(
            Deployments deployments,
            DeploymentQueries queries,
            DeploymentOffers offers,
            DeploymentChoices choices,
            MessageSourceAccessor messages) {
        this.deployments = deployments;
        this.queries = queries;
        this.offers = offers;
        this.choices = choices;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String show(@PathVariable("id") UUID id, Model model) {
        var deployment = queries.get(new DeploymentId(id));
        var facts = usual(deployment);
        var form = ConfigurationForm.of(deployment.spec(), facts, updatesItself(deployment), deployment.change());
        model.addAttribute("form", form);
        return page(deployment, facts, form, model);
    }

    /** What comes of the fields as they stand, while somebody fills them in: what is wrong with them is said when they are saved. */
    @PostMapping("/effect")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String effect(
            @PathVariable("id") UUID id,
            @ModelAttribute("form") ConfigurationForm form,
            BindingResult errors,
            Model model) {
        var deployment = queries.get(new DeploymentId(id));
        model.addAttribute("effect", effect(deployment, form, usual(deployment)));
        return EFFECT;
    }

    private @Nullable InstallEffect effect(DeploymentView deployment, ConfigurationForm form, ManifestFacts usual) {
        var before = deployment.spec();
        var detection = form.detectionIsWhole() && form.detection() != null
                ? form.chosenDetection(updatesItself(deployment))
                : before.detection();
        return offers.effect(new AppId(deployment.app()), before.with(form.commands(usual), detection))
                .orElse(null);
    }

    private ManifestFacts usual(DeploymentView deployment) {
        return offers.facts(new AppId(deployment.app()), deployment.spec());
    }

    private boolean updatesItself(DeploymentView deployment) {
        return offers.updatesItself(new AppId(deployment.app()));
    }

    private String page(DeploymentView deployment, ManifestFacts facts, ConfigurationForm form, Model model) {
        model.addAttribute("effect", effect(deployment, form, facts));
        var categories = choices.categories(deployment.environment());
        var tags = choices.scopeTags(deployment.environment());
        model.addAttribute("deployment", deployment);
        model.addAttribute("facts", facts);
        model.addAttribute("requirable", requirable(deployment, facts));
        model.addAttribute(
                "categories", with(categories.offer(), deployment.spec().categories()));
        model.addAttribute("tags", with(tags.offer(), deployment.spec().scopeTags()));
        model.addAttribute("trouble", categories.problem() == null ? tags.problem() : categories.problem());
        model.addAttribute(
                "versions",
                IntStream.rangeClosed(0, DeploymentSpec.RETAIN_AT_MOST).boxed().toList());
        return "deployment/configuration";
    }

    private static Map<String, String> requirable(DeploymentView deployment, ManifestFacts facts) {
        return with(facts.deployable(), deployment.spec().rollout().requires());
    }

    /** What was chosen before stays on offer, even where Microsoft does not say so now. */
    private static Map<String, String> with(Map<String, String> offered, Map<String, String> chosen) {
        var all = new LinkedHashMap<>(chosen);
        all.putAll(offered);
        return all;
    }

    @PostMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String save(
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") ConfigurationForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        var deployment = queries.get(new DeploymentId(id));
        form.check(errors);
        if (errors.hasErrors()) {
            return page(deployment, usual(deployment), form, model);
        }
        deployments.change(deployment.id(), spec(deployment, form), Wizard.seen(form.change()));
        return Wizard.on(deployment, "assignments", redirect, messages);
    }

    private DeploymentSpec spec(DeploymentView deployment, ConfigurationForm form) {
        var before = deployment.spec();
        var usual = usual(deployment);
        return new DeploymentSpec(
                before.choice(),
                before.installer(),
                form.commands(usual),
                form.chosenDetection(updatesItself(deployment)),
                form.returnCodes(usual),
                ConfigurationForm.chosen(
                        form.tags(),
                        with(choices.scopeTags(deployment.environment()).offer(), before.scopeTags())),
                ConfigurationForm.chosen(
                        form.categories(),
                        with(choices.categories(deployment.environment()).offer(), before.categories())),
                Objects.requireNonNullElse(form.retain(), 0),
                before.assignments(),
                form.rollout(before.rollout(), requirable(deployment, usual)));
    }
}
