package io.patchbay.simulator.control;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.Controls;
import io.patchbay.simulator.EntraControls;
import io.patchbay.simulator.IdTokenTampering;
import io.patchbay.simulator.Mailbox;
import io.patchbay.simulator.Outage;
import io.patchbay.simulator.SecretState;
import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.ConsentObstacle;
import io.patchbay.simulator.directory.SubscriptionState;
import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.simulator.receiver.Behavior;
import io.patchbay.simulator.receiver.Receivers;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The control page, and the same by form-encoded POST for tests; {@code GET /control/state} is JSON. */
@SimulatorController
final class ControlController {
    private static final String BACK = "redirect:/control";
    private static final int SHOWN = 20;

    private final Controls controls;
    private final ControlState state;
    private final Mailbox mailbox;
    private final Receivers receivers;
    private final Addresses addresses;
    private final EntraControls entra;

    ControlController(
            Controls controls,
            ControlState state,
            Mailbox mailbox,
            Receivers receivers,
            Addresses addresses,
            EntraControls entra) {
        this.entra = entra;
        this.receivers = receivers;
        this.addresses = addresses;
        this.mailbox = mailbox;
        this.controls = controls;
        this.state = state;
    }

    @GetMapping("/")
    String home() {
        return BACK;
    }

    @GetMapping("/control")
    String page(Model model) {
        model.addAttribute("run", state.run());
        model.addAttribute("mails", mailbox.mails());
        model.addAttribute("apps", controls.publishers().versions());
        model.addAttribute("downloadFaults", DownloadFault.values());
        model.addAttribute("appCalls", AppCall.values());
        model.addAttribute("appFaults", AppFault.values());
        model.addAttribute("intune", IntuneSettings.of(controls.applications()));
        model.addAttribute("receivers", addresses.backChannel() + "/receivers/");
        model.addAttribute("behaviors", Behavior.values());
        model.addAttribute("deliveries", receivers.all().stream().limit(SHOWN).toList());
        model.addAttribute("tenants", state.tenants());
        model.addAttribute("entra", entra);
        model.addAttribute("subscriptions", SubscriptionState.values());
        model.addAttribute("obstacles", ConsentObstacle.values());
        return "control";
    }

    @GetMapping("/control/state")
    @ResponseBody
    ControlState.Whole state() {
        return new ControlState.Whole(state.run(), state.tenants());
    }

    @PostMapping("/control/reset")
    String reset() {
        controls.reset();
        return BACK;
    }

    @PostMapping("/control/clock")
    String clock(
            @RequestParam(required = false) @Nullable Long days,
            @RequestParam(required = false) @Nullable String duration) {
        controls.advanceClock(
                duration == null || duration.isBlank()
                        ? Duration.ofDays(days == null ? 1 : days)
                        : Duration.parse(duration));
        return BACK;
    }

    @PostMapping("/control/outage")
    String outage(@RequestParam Outage kind) {
        controls.outage(kind);
        return BACK;
    }

    @PostMapping("/control/secret")
    String secret(@RequestParam("state") SecretState secret) {
        controls.secret(secret);
        return BACK;
    }

    @PostMapping("/control/wids")
    String wids(@RequestParam boolean emit) {
        controls.emitWids(emit);
        return BACK;
    }

    @PostMapping("/control/keys/rotate")
    String rotateKeys() {
        controls.rotateKeys();
        return BACK;
    }

    @PostMapping("/control/redirect-uris")
    String redirectUris(@RequestParam String uris) {
        controls.registerRedirectUris(Arrays.stream(uris.strip().split("\\s+"))
                .filter(uri -> !uri.isEmpty())
                .toArray(String[]::new));
        return BACK;
    }

    @PostMapping("/control/next/token")
    String nextToken(
            @RequestParam String error,
            @RequestParam int status,
            @RequestParam int aadsts,
            @RequestParam(required = false) @Nullable String suberror) {
        controls.nextTokenError(error, status, aadsts, filled(suberror));
        return BACK;
    }

    @PostMapping("/control/next/consent")
    String nextConsent(
            @RequestParam String error,
            @RequestParam(required = false) @Nullable String description,
            @RequestParam(required = false) @Nullable String subcode) {
        controls.nextConsentError(error, filled(description), filled(subcode));
        return BACK;
    }

    @PostMapping("/control/next/sign-in")
    String nextSignIn(
            @RequestParam String error,
            @RequestParam(required = false) @Nullable String description,
            @RequestParam(required = false) @Nullable String subcode) {
        controls.nextSignInError(error, filled(description), filled(subcode));
        return BACK;
    }

    @PostMapping("/control/next/id-token")
    String nextIdToken(
            @RequestParam IdTokenTampering.Kind kind,
            @RequestParam(required = false) @Nullable String claim,
            @RequestParam(required = false) @Nullable String value) {
        boolean aboutClaim = kind == IdTokenTampering.Kind.SET || kind == IdTokenTampering.Kind.REMOVE;
        if (aboutClaim && filled(claim) == null) {
            throw new IllegalArgumentException("Which claim?");
        }
        controls.idToken(new IdTokenTampering(kind, filled(claim), value));
        return BACK;
    }

    @PostMapping("/control/tenants/{tenant}/grant")
    String grant(@PathVariable UUID tenant) {
        controls.grantConsent(tenant);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/revoke")
    String revoke(@PathVariable UUID tenant) {
        controls.revokeConsent(tenant);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/application")
    String application(@PathVariable UUID tenant, @RequestParam boolean disabled) {
        controls.disableApplication(tenant, disabled);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/permission")
    String permission(@PathVariable UUID tenant, @RequestParam String permission, @RequestParam boolean granted) {
        if (granted) {
            controls.restorePermission(tenant, permission);
        } else {
            controls.removePermission(tenant, permission);
        }
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/consent-delay")
    String consentDelay(@PathVariable UUID tenant, @RequestParam int requests) {
        controls.consentDelay(tenant, requests);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/conditional-access")
    String conditionalAccess(@PathVariable UUID tenant, @RequestParam boolean blocked) {
        controls.conditionalAccessBlock(tenant, blocked);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/license")
    String license(@PathVariable UUID tenant, @RequestParam boolean licensed) {
        controls.intuneLicense(tenant, licensed);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/user-consent")
    String userConsent(@PathVariable UUID tenant, @RequestParam boolean allowed) {
        controls.userConsentAllowed(tenant, allowed);
        return back(tenant);
    }

    @PostMapping("/control/tenants/{tenant}/throttle")
    String throttle(
            @PathVariable UUID tenant,
            @RequestParam int responses,
            @RequestParam(required = false) @Nullable Integer retryAfter) {
        controls.throttle(tenant, responses, retryAfter == null ? null : Duration.ofSeconds(retryAfter));
        return back(tenant);
    }

    private static String back(UUID tenant) {
        return BACK + "#" + tenant;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @ExceptionHandler({IllegalArgumentException.class, DateTimeException.class})
    ResponseEntity<String> refused(RuntimeException wrong) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).body(wrong.getMessage());
    }
}
