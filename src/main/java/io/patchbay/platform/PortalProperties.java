package io.patchbay.platform;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The portal itself.
 *
 * @param baseUrl Required. Public address of the portal, without a path or a trailing slash, for example
 *     {@code https://patchbay.example.com}; http is accepted for localhost only. Redirect URIs are made from it,
 *     never from a request's {@code Host} header.
 */
@Validated
@ConfigurationProperties("patchbay.portal")
public record PortalProperties(@NotNull URI baseUrl) {

    public PortalProperties {
        if (baseUrl == null
                || baseUrl.getHost() == null
                || !baseUrl.getPath().isEmpty()
                || !(secure(baseUrl) || "localhost".equals(baseUrl.getHost()))) {
            throw new IllegalArgumentException(
                    "Set patchbay.portal.base-url to the portal's public address, such as https://patchbay.example.com"
                            + " (https, no path; http only for localhost, as Entra ID allows)");
        }
    }

    /** Whether browsers reach the portal by https. */
    public boolean secure() {
        return secure(baseUrl);
    }

    /** An address of the portal. */
    public URI resolve(String path) {
        return URI.create(baseUrl + path);
    }

    private static boolean secure(URI url) {
        return "https".equals(url.getScheme());
    }
}
