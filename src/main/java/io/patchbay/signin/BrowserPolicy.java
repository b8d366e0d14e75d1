package io.patchbay.signin;

import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.PortalProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/** What browsers are told with every answer: what a page may load, who may frame it, and to keep nothing of it. */
@Component
class BrowserPolicy implements HeaderWriter {

    private final Map<String, String> headers = new LinkedHashMap<>();

    BrowserPolicy(EntraEndpoints endpoints, PortalProperties portal) {
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                        + " connect-src 'self'; form-action 'self' " + endpoints.browserOrigin()
                        + "; base-uri 'none'; frame-ancestors 'none'; object-src 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-XSS-Protection", "0");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (portal.secure()) {
            headers.put("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        headers.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }
}
