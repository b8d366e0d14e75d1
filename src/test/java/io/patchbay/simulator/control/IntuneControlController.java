package io.patchbay.simulator.control;

import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.intune.IntuneApplications;
import io.patchbay.simulator.intune.ServiceTimes;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a tester does to the simulated Intune. */
@SimulatorController
final class IntuneControlController {
    private static final String INTUNE = "redirect:/control#intune";

    private final IntuneApplications applications;
    private final MovableClock clock;

    IntuneControlController(IntuneApplications applications, MovableClock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    @PostMapping("/control/intune/limits")
    String limits(@RequestParam int writes, @RequestParam int any, @RequestParam int seconds) {
        applications.faults().limits(writes, any, Duration.ofSeconds(seconds));
        return INTUNE;
    }

    @PostMapping("/control/intune/faults")
    String fault(@RequestParam AppCall call, @RequestParam AppFault fault, @RequestParam int times) {
        applications.faults().failNext(call, fault, times);
        return INTUNE;
    }

    @PostMapping("/control/intune/times")
    String times(
            @RequestParam long processing,
            @RequestParam long activation,
            @RequestParam long appearing,
            @RequestParam int status,
            @RequestParam long listing,
            @RequestParam long address,
            @RequestParam long commit) {
        ServiceTimes times = applications.times();
        times.appearing(Duration.ofSeconds(appearing), status);
        times.processing(Duration.ofSeconds(processing));
        times.activation(Duration.ofSeconds(activation));
        times.listing(Duration.ofSeconds(listing));
        times.address(Duration.ofSeconds(address));
        times.commit(Duration.ofSeconds(commit));
        return INTUNE;
    }

    @PostMapping("/control/intune/unauthorized")
    String unauthorized(@RequestParam long seconds) {
        applications.times().unauthorizedUntil(clock.instant().plusSeconds(seconds));
        return INTUNE;
    }

    @PostMapping("/control/intune/lists")
    String lists(@RequestParam int page, @RequestParam int large) {
        applications.sizes().page(page);
        applications.sizes().large(large);
        return INTUNE;
    }

    @PostMapping("/control/tenants/{tenant}/approval")
    String approval(@PathVariable UUID tenant, @RequestParam boolean required) {
        applications.approvals().require(tenant, required);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/approvals/{request}")
    String decide(@PathVariable UUID tenant, @PathVariable String request, @RequestParam boolean approved) {
        if (approved) {
            applications.approvals().approve(tenant, request);
        } else {
            applications.approvals().reject(tenant, request);
        }
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/foreign-apps")
    String fill(@PathVariable UUID tenant, @RequestParam int count) {
        applications.fill(tenant, count);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/apps/{app}/assignments")
    String assign(@PathVariable UUID tenant, @PathVariable String app, @RequestParam UUID group) {
        applications.assignByHand(tenant, app, group, "required");
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/apps/{app}/deletion")
    String deleteApp(@PathVariable UUID tenant, @PathVariable String app) {
        applications.deleteByHand(tenant, app);
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
