package io.patchbay.environment.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.disconnect.DisconnectChoice;
import io.patchbay.environment.disconnect.DisconnectReports;
import io.patchbay.environment.disconnect.Disconnecting;
import io.patchbay.environment.protection.ProtectedDisconnects;
import io.patchbay.environment.protection.ProtectionSettings;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From Delete to Success - Intune disconnected, and what is left to do in Entra. */
@Controller
@RequestMapping("/settings/environments/{id}/intune")
class DisconnectController {

    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");

    private final Disconnecting disconnecting;
    private final ProtectedDisconnects disconnects;
    private final ProtectionSettings protection;
    private final DisconnectReports reports;
    private final Environments environments;
    private final MessageSourceAccessor messages;

    DisconnectController(
            Disconnecting disconnecting,
            ProtectedDisconnects disconnects,
            ProtectionSettings protection,
            DisconnectReports reports,
            Environments environments,
            MessageSourceAccessor messages) {
        this.disconnecting = disconnecting;
        this.disconnects = disconnects;
        this.protection = protection;
        this.reports = reports;
        this.environments = environments;
        this.messages = messages;
    }

    @GetMapping("/delete")
    @Requires(Capability.CONNECT_INTUNE)
    String ask(@PathVariable("id") UUID id, Model model) {
        var environment = new EnvironmentId(id);
        var running = disconnecting.running(environment);
        if (running.isPresent()) {
            return "redirect:" + page(id, running.get());
        }
        var requested = disconnects.open(environment);
        if (requested.isPresent()) {
            return "redirect:" + DisconnectRequestController.page(requested.get());
        }
        var view = environments.get(environment);
        return view.connected() ? dialog(view, "", false, model) : "redirect:/settings/environments";
    }

    private String dialog(EnvironmentView environment, String typed, boolean leave, Model model) {
        model.addAttribute("protection", protection.get());
        model.addAttribute("preview", disconnecting.preview(environment));
        model.addAttribute("environment", environment);
        model.addAttribute("typed", typed);
        model.addAttribute("leave", leave);
        return "environment/delete";
    }

    @PostMapping("/delete")
    @Requires(Capability.CONNECT_INTUNE)
    String disconnect(
            @PathVariable("id") UUID id,
            @RequestParam(name = "domain", defaultValue = "") String domain,
            @RequestParam(name = "leave", defaultValue = "false") boolean leave,
            @RequestParam(name = "items", defaultValue = "") String items,
            HttpServletResponse response,
            Model model) {
        var environment = new EnvironmentId(id);
        try {
            return "redirect:"
                    + switch (disconnects.disconnect(
                            environment, domain, new DisconnectChoice(leave, counted(items)))) {
                        case ProtectedDisconnects.Answer.Began(var run) -> page(id, run) + "/progress";
                        case ProtectedDisconnects.Answer.Requested(var request) ->
                            DisconnectRequestController.page(request);
                    };
        } catch (Disconnecting.WrongDomainException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("domainProblem", messages.getMessage(e.messageKey(), e.args()));
            return dialog(environments.get(environment), domain, leave, model);
        }
    }

    private static @Nullable Integer counted(String items) {
        return COUNT.matcher(items).matches() ? Integer.valueOf(items) : null;
    }

    @GetMapping("/disconnects/{run}/progress")
    @Requires(Capability.CONNECT_INTUNE)
    String progress(
            @PathVariable("id") UUID id,
            @PathVariable("run") UUID run,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var view = reports.view(new EnvironmentId(id), run);
        if (!view.finished()) {
            model.addAttribute("run", view);
            return "environment/disconnecting";
        }
        if (htmx) {
            response.setHeader("HX-Redirect", page(id, run) + "/progress");
            return "environment/connect-leaving";
        }
        Toasts.success(redirect, messages.getMessage("disconnect.done"));
        return view.left() == 0 ? "redirect:/settings/environments" : "redirect:" + page(id, run);
    }

    @PostMapping("/disconnects/{run}/verification")
    @Requires(Capability.CONNECT_INTUNE)
    String verify(@PathVariable("id") UUID id, @PathVariable("run") UUID run, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "consent", disconnecting.verify(new EnvironmentId(id), run).name());
        return "redirect:" + page(id, run);
    }

    static String page(UUID id, UUID run) {
        return "/settings/environments/" + id + "/intune/disconnects/" + run;
    }
}
