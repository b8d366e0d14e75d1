package io.patchbay.microsoft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Microsoft, and Patchbay's app registration there.
 *
 * @param authority Entra ID as this server reaches it, without a path
 * @param browserAuthority Entra ID as people's browsers reach it; the same unless something stands in between
 * @param graph the versioned base address of Microsoft Graph
 * @param clientId application (client) ID of the app registration
 * @param clientSecret a client secret's value; leave it out where a certificate is used
 * @param clientSecretExpires the day on which Entra ID stops accepting the client secret, as it says there; leave it out
 *     where a certificate is used, which knows its own
 * @param certificate a certificate instead of a secret
 * @param sslBundle name of the Spring SSL bundle whose trust is used towards Microsoft; the JVM's trust without it
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 * @param operatorTenant tenant ID of those who run this installation
 */
@Validated
@ConfigurationProperties("patchbay.microsoft")
public record MicrosoftProperties(
        @DefaultValue("https://login.microsoftonline.com") URI authority,
        @Nullable URI browserAuthority,
        @DefaultValue("https://graph.microsoft.com/v1.0") URI graph,

        @NotBlank(message = "is missing. Set it to the application (client) ID of the app registration.")
        String clientId,

        @Nullable String clientSecret,
        @Nullable LocalDate clientSecretExpires,
        @Valid @Nullable Certificate certificate,
        @Nullable String sslBundle,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("15s") Duration readTimeout,
        @Nullable String operatorTenant) {

    public MicrosoftProperties {
        browserAuthority = browserAuthority == null ? authority : browserAuthority;
        if ((clientSecret == null || clientSecret.isBlank()) == (certificate == null)) {
            throw new IllegalArgumentException(
                    "Set either patchbay.microsoft.client-secret or patchbay.microsoft.certificate.*, and only one of"
                            + " them");
        }
    }

    /**
     * A certificate known to the app registration: PKCS#12 (file and password), or PEM (certificate chain and PKCS#8 key).
     *
     * @param pkcs12 a PKCS#12 file with one key
     * @param password of the PKCS#12 file or of the encrypted PEM key
     * @param pem a PEM file with the certificate, followed by its chain
     * @param privateKey a PEM file with the private key
     */
    public record Certificate(
            @Nullable Path pkcs12,
            @Nullable String password,
            @Nullable Path pem,
            @Nullable Path privateKey) {

        public Certificate {
            if (pkcs12 == null && (pem == null || privateKey == null)) {
                throw new IllegalArgumentException("Set patchbay.microsoft.certificate.pkcs12 (with .password), or"
                        + " patchbay.microsoft.certificate.pem and .private-key");
            }
        }

        @Override
        public String toString() {
            return "Certificate[" + (pkcs12 == null ? pem : pkcs12) + "]";
        }
    }

    /**
     * The beta version of Microsoft Graph beside {@link #graph()}: role scope tags, assignment filters and the version that
     * Intune displays are not in v1.0. Microsoft supports Intune's part of it.
     *
     * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-apps-win32lobapp?view=graph-rest-beta">win32LobApp</a>
     */
    public URI graphBeta() {
        return URI.create(graph.toString().replaceFirst("/v1\\.0/?$", "/beta"));
    }

    /** Entra ID as people's browsers reach it. */
    public URI browserAuthority() {
        return browserAuthority == null ? authority : browserAuthority;
    }

    @Override
    public String toString() {
        return "MicrosoftProperties[authority=%s, graph=%s, clientId=%s]".formatted(authority, graph, clientId);
    }
}
