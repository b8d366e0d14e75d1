package io.patchbay.environment.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.disconnect.Disconnecting;
import io.patchbay.environment.protection.ProtectionRequest;
import io.patchbay.environment.protection.ProtectionRequest.ConnectionToEnd;
import io.patchbay.environment.protection.ProtectionSettings;
import io.patchbay.environment.protection.RequestDecisions;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import java.util.Objects;
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

/** A disconnect, or another protection, that somebody asked for: what it is, what would be lost, and who decides what. */
@Controller
@RequestMapping("/settings/disconnect-requests/{id}")
class DisconnectRequestController {

    private static final int LONGEST_REASON = 500;

    private final RequestDecisions decisions;
    private final ProtectionSettings protection;
    private final Disconnecting disconnecting;
    private final Environments environments;
    private final MessageSourceAccessor messages;

    DisconnectRequestController(
            RequestDecisions decisions,
            ProtectionSettings protection,
            Disconnecting disconnecting,
            Environments environments,
            MessageSourceAccessor messages) {
        this.decisions = decisions;
        this.protection = protection;
        this.disconnecting = disconnecting;
        this.environments = environments;
        this.messages = messages;
    }

    static String page(UUID request) {
        return "/settings/disconnect-requests/" + request;
    }

    @GetMapping
    @Requires(Capability.CONNECT_INTUNE)
    String show(@PathVariable("id") UUID id, Model model) {
        var request = decisions.get(id);
        model.addAttribute("request", request);
        model.addAttribute("choice", decisions.choice(request));
        model.addAttribute("protection", protection.get());
        model.addAttribute("longestReason", LONGEST_REASON);
        var connection = request.connection();
        model.addAttribute("change", connection == null);
        if (connection == null) {
            model.addAttribute("heading", messages.getMessage("protection.request.change"));
        } else {
            addConnection(request, connection, model);
        }
        return "environment/disconnect-request";
    }

    private void addConnection(ProtectionRequest request, ConnectionToEnd connection, Model model) {
        var environment = environments.get(connection.environment());
        model.addAttribute(
                "heading",
                messages.getMessage("protection.request.disconnect", new Object[] {connection.tenantName()}));
        model.addAttribute("environment", environment);
        if (request.status().open() && isStill(environment, connection)) {
            model.addAttribute("preview", disconnecting.preview(environment));
        }
    }

    private static boolean isStill(EnvironmentView environment, ConnectionToEnd wanted) {
        var connection = environment.connection();
        return connection != null && connection.tenantId().equals(wanted.tenantId());
    }

    @PostMapping("/confirmation")
    @Requires(Capability.MANAGE_COMPANY)
    String confirm(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        var run = decisions.confirm(id);
        if (run.isPresent()) {
            return "redirect:" + DisconnectController.page(environment(id).value(), run.get()) + "/progress";
        }
        return done("protection.confirmed", id, redirect);
    }

    private EnvironmentId environment(UUID id) {
        return Objects.requireNonNull(decisions.get(id).connection()).environment();
    }

    @PostMapping("/refusal")
    @Requires(Capability.MANAGE_COMPANY)
    String refuse(
            @PathVariable("id") UUID id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            RedirectAttributes redirect) {
        decisions.refuse(id, cut(reason));
        return done("protection.refused", id, redirect);
    }

    @PostMapping("/cancellation")
    @Requires(Capability.CONNECT_INTUNE)
    String cancel(
            @PathVariable("id") UUID id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            RedirectAttributes redirect) {
        decisions.cancel(id, cut(reason));
        return done("protection.canceled", id, redirect);
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    private String done(String key, UUID id, RedirectAttributes redirect) {
        Toasts.success(redirect, messages.getMessage(key));
        return "redirect:" + page(id);
    }
}
