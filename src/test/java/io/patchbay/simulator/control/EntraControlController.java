package io.patchbay.simulator.control;

import io.patchbay.simulator.EntraControls;
import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.ConsentObstacle;
import io.patchbay.simulator.directory.SubscriptionState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the control page does to Entra ID and to subscriptions. */
@SimulatorController
final class EntraControlController {
    private static final String BACK = "redirect:/control";

    private final EntraControls controls;

    EntraControlController(EntraControls controls) {
        this.controls = controls;
    }

    @PostMapping("/control/certificates")
    String certificate(@RequestParam String pem) {
        controls.registerCertificate(pem);
        return BACK;
    }

    @PostMapping("/control/app-roles")
    String appRoles(@RequestParam String account, @RequestParam(required = false) @Nullable List<String> roles) {
        controls.appRoles(account, roles == null ? new String[0] : roles.toArray(String[]::new));
        return BACK;
    }

    @PostMapping("/control/tenants/{tenant}/subscription")
    String subscription(@PathVariable UUID tenant, @RequestParam SubscriptionState state) {
        controls.subscription(tenant, state);
        return BACK + "#" + tenant;
    }

    @PostMapping("/control/tenants/{tenant}/consent-obstacle")
    String obstacle(@PathVariable UUID tenant, @RequestParam ConsentObstacle obstacle) {
        controls.consentObstacle(tenant, obstacle);
        return BACK + "#" + tenant;
    }

    @ExceptionHandler
    ResponseEntity<String> refused(IllegalArgumentException wrong) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(wrong.getMessage());
    }
}
