package io.patchbay.microsoft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Microsoft, and Patchbay's app registration there.
 *
 * @param cloud Microsoft cloud of the app registration and of all tenants: {@code public} (with GCC), {@code gcc-high},
 *     {@code dod} or {@code china}. It decides on the addresses of Entra ID, Microsoft Graph and the admin centers, and on
 *     the scope of tokens.
 * @param authority Address of Entra ID for this server, without a path; the cloud's unless set.
 * @param browserAuthority Address of Entra ID for people's browsers; the same as {@code authority} unless set.
 * @param graph Base address of Microsoft Graph, with its version; the cloud's unless set. Applications in Intune use the
 *     beta version beside it.
 * @param clientId Required. Application (client) ID of the app registration.
 * @param clientSecret Value of a client secret. Set this or a certificate, not both.
 * @param clientSecretExpires Day on which Entra ID stops accepting the client secret, such as {@code 2027-06-30}. The
 *     operator is warned 30 days ahead. Not needed with a certificate, which carries its own.
 * @param certificate Certificate to use instead of a client secret.
 * @param sslBundle Name of the Spring SSL bundle with the certificates to trust for calls to Microsoft; the JVM's own
 *     unless set.
 * @param connectTimeout How long to wait for a connection to Microsoft.
 * @param readTimeout How long to wait for an answer from Microsoft.
 * @param operatorTenant Tenant ID of the organization that runs this installation. Without it nobody can open
 *     {@code /operator}.
 */
@Validated
@ConfigurationProperties("patchbay.microsoft")
public record MicrosoftProperties(
        @NotNull @DefaultValue("public") MicrosoftCloud cloud,
        @Nullable URI authority,
        @Nullable URI browserAuthority,
        @Nullable URI graph,

        @NotBlank(message = "is missing. Set it to the application (client) ID of the app registration.")
        String clientId,

        @Nullable String clientSecret,
        @Nullable LocalDate clientSecretExpires,
        @Valid @Nullable Certificate certificate,
        @Nullable String sslBundle,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("15s") Duration readTimeout,
        @Nullable String operatorTenant) {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    public MicrosoftProperties {
        authority = authority == null ? cloud.authority() : authority;
        browserAuthority = browserAuthority == null ? authority : browserAuthority;
        graph = graph == null ? cloud.graph() : graph;
        check(cloud, "authority", authority);
        check(cloud, "browser-authority", browserAuthority);
        check(cloud, "graph", graph);
        guid("client-id", clientId, "the application (client) ID of the app registration");
        guid("operator-tenant", operatorTenant, "the tenant ID of the organization that runs this installation");
        if ((clientSecret == null || clientSecret.isBlank()) == (certificate == null)) {
            throw new IllegalArgumentException(
                    "Set either patchbay.microsoft.client-secret or patchbay.microsoft.certificate.*, and only one of"
                            + " them");
        }
    }

    private static void guid(String setting, @Nullable String value, String what) {
        if (value != null && !value.isBlank() && !GUID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Set patchbay.microsoft.%s to %s, a GUID such as 6b1f6b0e-3a52-4c7e-9f0a-5d3c2b1a0f9e. It is \"%s\""
                            .formatted(setting, what, value));
        }
    }

    private static void check(MicrosoftCloud cloud, String setting, URI address) {
        cloud.otherAt(address).ifPresent(other -> {
            throw new IllegalArgumentException(
                    "patchbay.microsoft.%s is %s, which isn't in the cloud %s. Remove it, or set patchbay.microsoft.cloud=%s"
                            .formatted(setting, address, cloud.key(), other.key()));
        });
    }

    /**
     * A certificate known to the app registration: PKCS#12 (file and password), or PEM (certificate chain and PKCS#8 key).
     *
     * @param pkcs12 PKCS#12 file with one key, instead of the two PEM files.
     * @param password Password of the PKCS#12 file or of the encrypted PEM key.
     * @param pem PEM file with the certificate, followed by its chain.
     * @param privateKey PEM file with the private key (PKCS#8).
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
        return URI.create(graph().toString().replaceFirst("/v1\\.0/?$", "/beta"));
    }

    /** Entra ID as this server reaches it. */
    public URI authority() {
        return authority == null ? cloud.authority() : authority;
    }

    /** Entra ID as people's browsers reach it. */
    public URI browserAuthority() {
        return browserAuthority == null ? authority() : browserAuthority;
    }

    /** Microsoft Graph v1.0. */
    public URI graph() {
        return graph == null ? cloud.graph() : graph;
    }

    @Override
    public String toString() {
        return "MicrosoftProperties[cloud=%s, authority=%s, graph=%s, clientId=%s]"
                .formatted(cloud, authority, graph, clientId);
    }
}
