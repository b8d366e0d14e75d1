package io.patchbay.signin;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.identity.Credential;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the operator has to register at Microsoft. */
@Controller
class OperatorController {

    private final MicrosoftProperties microsoft;
    private final EntraEndpoints endpoints;
    private final Credential credential;

    /** The app registration as configured. */
    record Registration(
            String clientId,
            String authority,
            String graph,
            @Nullable Instant certificateExpires) {}

    OperatorController(MicrosoftProperties microsoft, EntraEndpoints endpoints, Credential credential) {
        this.microsoft = microsoft;
        this.endpoints = endpoints;
        this.credential = credential;
    }

    @GetMapping("/operator")
    @ForStaff(StaffRole.SUPPORT)
    String operator(Model model) {
        model.addAttribute("redirectUris", endpoints.redirectUris());
        model.addAttribute(
                "registration",
                new Registration(
                        microsoft.clientId(),
                        microsoft.authority().toString(),
                        microsoft.graph().toString(),
                        credential
                                .certificate()
                                .map(X509Certificate::getNotAfter)
                                .map(java.util.Date::toInstant)
                                .orElse(null)));
        return "signin/operator";
    }
}
