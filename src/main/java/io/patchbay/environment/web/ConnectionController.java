package io.patchbay.environment.web;

import io.patchbay.environment.Environments;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.connection.ConnectionAdministration;
import io.patchbay.environment.health.CheckRequests;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a connection: how it stands, what is missing, what happened, and what can be done. */
@Controller
@RequestMapping("/settings/environments/{id}/intune")
class ConnectionController {

    private final ConnectionAdministration connections;
    private final CheckRequests checks;
    private final Environments environments;
    private final ConnectionPages pages;
    private final MessageSourceAccessor messages;
    private final EntraEndpoints endpoints;

    ConnectionController(
            ConnectionAdministration connections,
            CheckRequests checks,
            Environments environments,
            ConnectionPages pages,
            MessageSourceAccessor messages,
            EntraEndpoints endpoints) {
        this.endpoints = endpoints;
        this.connections = connections;
        this.checks = checks;
        this.environments = environments;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_ENVIRONMENTS)
    String connection(
            @PathVariable("id") UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletResponse response,
            Model model) {
        if (!environments.get(new EnvironmentId(id)).connected()) {
            return "redirect:/settings/environments";
        }
        model.addAttribute("htmx", htmx);
        var connection = pages.fill(new EnvironmentId(id), model);
        if (htmx && !connection.awaited()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("adminCenter", endpoints.intuneAdminCenter(connection.tenantId()));
        model.addAttribute("mayConnect", Current.may(Capability.CONNECT_INTUNE));
        model.addAttribute("mayWaive", Current.may(Capability.WAIVE_PERMISSIONS));
        return "environment/connection";
    }

    @GetMapping("/reconnect")
    @Requires(Capability.CONNECT_INTUNE)
    String reconnect(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("connection", connections.of(new EnvironmentId(id)));
        model.addAttribute("environment", environments.get(new EnvironmentId(id)));
        return "environment/reconnect";
    }

    @PostMapping("/check")
    @Requires(Capability.CONNECT_INTUNE)
    String check(@PathVariable("id") UUID id) {
        checks.checkNow(new EnvironmentId(id));
        return to(id);
    }

    @PostMapping("/waivers")
    @Requires(Capability.WAIVE_PERMISSIONS)
    String waive(
            @PathVariable("id") UUID id, @RequestParam("permission") String permission, RedirectAttributes redirect) {
        connections.waive(new EnvironmentId(id), known(permission));
        return done(id, "connection.waived", redirect, permission);
    }

    @PostMapping("/waivers/end")
    @Requires(Capability.WAIVE_PERMISSIONS)
    String endWaiver(
            @PathVariable("id") UUID id, @RequestParam("permission") String permission, RedirectAttributes redirect) {
        connections.endWaiver(new EnvironmentId(id), known(permission));
        return done(id, "connection.waiverEnded", redirect, permission);
    }

    @PostMapping("/pause")
    @Requires(Capability.CONNECT_INTUNE)
    String pause(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        connections.pause(new EnvironmentId(id));
        return done(id, "connection.paused", redirect);
    }

    @PostMapping("/resume")
    @Requires(Capability.CONNECT_INTUNE)
    String resume(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        connections.resume(new EnvironmentId(id));
        return done(id, "connection.resumed", redirect);
    }

    private static RequiredPermission known(String name) {
        return RequiredPermission.of(name)
                .orElseThrow(() -> new InvalidRequestException("connection.permissionUnknown"));
    }

    private String done(UUID id, String message, RedirectAttributes redirect, Object... args) {
        Toasts.success(redirect, messages.getMessage(message, args));
        return to(id);
    }

    private static String to(UUID id) {
        return "redirect:/settings/environments/" + id + "/intune";
    }
}
