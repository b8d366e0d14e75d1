package io.patchbay.licensing.web;

import io.patchbay.licensing.ActivationOffers;
import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.Plans;
import io.patchbay.licensing.key.Activation;
import io.patchbay.licensing.key.Activations;
import io.patchbay.licensing.key.KeyProblem;
import io.patchbay.licensing.trial.Trial;
import io.patchbay.licensing.trial.Trials;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings | Environments | License. */
@Controller
@RequestMapping("/settings/environments/{id}/license")
class LicenseController {

    private static final String PAGE = "licensing/license";

    private final Licenses licenses;
    private final ActivationOffers offers;
    private final Trials trials;
    private final Activations activations;
    private final Plans plans;
    private final MessageSourceAccessor messages;

    LicenseController(
            Licenses licenses,
            ActivationOffers offers,
            Trials trials,
            Activations activations,
            Plans plans,
            MessageSourceAccessor messages) {
        this.licenses = licenses;
        this.offers = offers;
        this.trials = trials;
        this.activations = activations;
        this.plans = plans;
        this.messages = messages;
    }

    /** The number of devices is what was typed before a plan was chosen; the form shows it again. */
    @GetMapping
    @Requires(Capability.VIEW_ENVIRONMENTS)
    String license(
            @PathVariable("id") UUID id,
            @RequestParam(name = "plan", required = false) @Nullable String plan,
            @RequestParam(name = "devices", required = false) @Nullable Integer devices,
            Model model) {
        if (devices != null) {
            model.addAttribute("typedDevices", devices);
        }
        return page(id, plan, model);
    }

    @GetMapping("/plans")
    @Requires(Capability.MANAGE_LICENSES)
    String plans(
            @PathVariable("id") UUID id,
            @RequestParam(name = "devices", required = false) @Nullable Integer devices,
            Model model) {
        model.addAttribute("devices", devices);
        model.addAttribute("offer", offers.of(known(id), null));
        model.addAttribute("plans", plans.all());
        model.addAttribute("trialDeployments", licenses.trialDeployments());
        return "licensing/plans";
    }

    @PostMapping("/trial")
    @Requires(Capability.MANAGE_LICENSES)
    String startTrial(
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("trial") TrialForm form,
            BindingResult errors,
            @RequestParam(name = "screen", defaultValue = "") String screen,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Model model) {
        var offer = offers.of(known(id), form.plan());
        if (errors.hasErrors()) {
            var problem = new HashMap<String, Object>();
            problem.put("trialProblem", text(Objects.requireNonNull(errors.getFieldError())));
            problem.put("typedDevices", request.getParameter("devices"));
            return refused(id, form.plan(), screen, problem, redirect, model);
        }
        int devices = Objects.requireNonNull(form.devices());
        return switch (trials.start(known(id), devices, offer.plan())) {
            case Trial.Started() -> activated(id, redirect);
            case Trial.Refused(var reason) -> {
                var problem = messages.getMessage("license.trial." + reason.name());
                yield refused(
                        id,
                        form.plan(),
                        screen,
                        Map.of("trialProblem", problem, "typedDevices", devices),
                        redirect,
                        model);
            }
        };
    }

    private String text(FieldError error) {
        return error.isBindingFailure() ? messages.getMessage("license.devices.required") : messages.getMessage(error);
    }

    @PostMapping("/key")
    @Requires(Capability.MANAGE_LICENSES)
    String activate(
            @PathVariable("id") UUID id,
            @RequestParam("key") String key,
            @RequestParam(name = "screen", defaultValue = "") String screen,
            HttpSession session,
            RedirectAttributes redirect,
            Model model) {
        var outcome = activations.activate(known(id), key);
        if (outcome instanceof Activation.Refused(var problem, var args)) {
            var shown = new HashMap<String, Object>();
            shown.put("keyProblem", messages.getMessage("license.key." + problem.name(), args.toArray()));
            if (problem == KeyProblem.MISTYPED) {
                shown.put("typedKey", key);
            }
            return refused(id, null, screen, shown, redirect, model);
        }
        return follow(id, outcome, session, redirect, model);
    }

    @PostMapping("/confirmation")
    @Requires(Capability.MANAGE_LICENSES)
    String confirm(@PathVariable("id") UUID id, HttpSession session, RedirectAttributes redirect, Model model) {
        licenses.of(known(id));
        var key = LowerPlan.take(session, id).orElseThrow(() -> new ConflictException("license.lower.gone"));
        return follow(id, activations.confirmed(known(id), key), session, redirect, model);
    }

    private String follow(UUID id, Activation outcome, HttpSession session, RedirectAttributes redirect, Model model) {
        return switch (outcome) {
            case Activation.Activated(var devices, var managed) -> {
                if (managed != null) {
                    Toasts.info(redirect, messages.getMessage("license.fewer", new Object[] {devices, managed}));
                }
                yield activated(id, redirect);
            }
            case Activation.Refused(var problem, var args) -> {
                model.addAttribute("keyProblem", messages.getMessage("license.key." + problem.name(), args.toArray()));
                yield page(id, null, model);
            }
            case Activation.Lowers lowers -> {
                LowerPlan.keep(session, id, lowers.key());
                model.addAttribute("lowers", lowers);
                yield page(id, null, model);
            }
        };
    }

    /** What was wrong, on the screen that it came from: the one after connecting, or the license's own. */
    private String refused(
            UUID id,
            @Nullable String plan,
            String screen,
            Map<String, ?> problem,
            RedirectAttributes redirect,
            Model model) {
        if (screen.equals("connected")) {
            problem.forEach(redirect::addFlashAttribute);
            return "redirect:/settings/environments/" + id + "/intune/connected";
        }
        model.addAllAttributes(problem);
        return page(id, plan, model);
    }

    private static String activated(UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("activated", true);
        return "redirect:/settings/environments/" + id + "/license";
    }

    private String page(UUID id, @Nullable String plan, Model model) {
        var environment = known(id);
        model.addAttribute("offer", offers.of(environment, plan));
        model.addAttribute("history", licenses.history(environment));
        model.addAttribute("mayManage", Current.may(Capability.MANAGE_LICENSES));
        return PAGE;
    }

    private EnvironmentId known(UUID id) {
        if (licenses.switchedOff()) {
            throw new NotFoundException();
        }
        return new EnvironmentId(id);
    }
}
