package io.patchbay.simulator.control;

import io.patchbay.simulator.Controls;
import io.patchbay.simulator.SimulatorController;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a tester does to the security groups of a tenant. */
@SimulatorController
final class GroupControlController {
    private final Controls controls;

    GroupControlController(Controls controls) {
        this.controls = controls;
    }

    @PostMapping("/control/tenants/{tenant}/groups/{group}/members")
    String groupMember(
            @PathVariable UUID tenant,
            @PathVariable UUID group,
            @RequestParam String account,
            @RequestParam boolean member) {
        if (member) {
            controls.addToGroup(tenant, group, account);
        } else {
            controls.removeFromGroup(tenant, group, account);
        }
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/groups/{group}/deletion")
    String deleteGroup(@PathVariable UUID tenant, @PathVariable UUID group) {
        controls.deleteGroup(tenant, group);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/groups")
    String createGroup(@PathVariable UUID tenant, @RequestParam String name) {
        controls.createGroup(tenant, name);
        return back(tenant);
    }

    private static String back(UUID tenant) {
        return "redirect:/control#" + tenant;
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<String> refused(IllegalArgumentException wrong) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(wrong.getMessage());
    }
}
