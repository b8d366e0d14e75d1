package io.patchbay.microsoft.identity;

import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.http.MicrosoftHttp;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Makes MSAL4J clients that know Patchbay's app registration, trust and time-outs. */
@Component
class MsalClients {

    private final MicrosoftProperties properties;
    private final MicrosoftHttp http;
    private final Credential credential;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    MsalClients(MicrosoftProperties properties, MicrosoftHttp http, Credential credential) {
        this.properties = properties;
        this.http = http;
        this.credential = credential;
    }

    /** A client for one authority: a tenant ID, or {@code organizations}. */
    ConfidentialClientApplication client(String tenant) {
        try {
            var builder = ConfidentialClientApplication.builder(properties.clientId(), credential.forMsal())
                    .authority(properties.authority() + "/" + tenant + "/")
                    .instanceDiscovery(false)
                    .sslSocketFactory(http.ssl().getSocketFactory())
                    .connectTimeoutForDefaultHttpClient(
                            (int) properties.connectTimeout().toMillis())
                    .readTimeoutForDefaultHttpClient(
                            (int) properties.readTimeout().toMillis())
                    .executorService(threads);
            if (properties.authority().getPort() != -1) {
                builder.aadInstanceDiscoveryResponse(aliases(properties.authority()));
            }
            return builder.build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Set patchbay.microsoft.authority to a URL", e);
        }
    }

    /**
     * MSAL4J keeps tokens under the host but looks them up under host and port; unless it is told that both are one, an
     * authority with a port never finds a cached token.
     */
    private static String aliases(URI authority) {
        return """
                {"tenant_discovery_endpoint":"%1$s/organizations/v2.0/.well-known/openid-configuration","api-version":"1.1",
                 "metadata":[{"preferred_network":"%2$s","preferred_cache":"%2$s","aliases":["%2$s","%2$s:%3$d"]}]}
                """.formatted(authority, authority.getHost(), authority.getPort());
    }
}
