package io.patchbay.microsoft.http;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.platform.pageview.PageTransactions;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** How HTTP calls to Microsoft are made: trust and time-outs, for every client alike. */
@Component
public class MicrosoftHttp {

    private static final int PATIENCE = 4;
    private static final Duration PROMPT = Duration.ofSeconds(4);

    private final MicrosoftProperties properties;
    private final SSLContext ssl;
    private final ClientHttpRequestFactory requests;
    private final ClientHttpRequestFactory patientRequests;
    private final ClientHttpRequestFactory promptRequests;

    MicrosoftHttp(MicrosoftProperties properties, SslBundles bundles) throws java.security.NoSuchAlgorithmException {
        this.properties = properties;
        this.ssl = properties.sslBundle() == null
                ? SSLContext.getDefault()
                : bundles.getBundle(properties.sslBundle()).createSslContext();
        var client = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .sslContext(ssl)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.requests = requests(client, properties.readTimeout());
        this.patientRequests = requests(client, properties.readTimeout().multipliedBy(PATIENCE));
        var readTimeout = properties.readTimeout();
        this.promptRequests = requests(client, readTimeout.compareTo(PROMPT) < 0 ? readTimeout : PROMPT);
    }

    private static ClientHttpRequestFactory requests(HttpClient client, Duration readTimeout) {
        var factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(readTimeout);
        return (uri, method) -> {
            PageTransactions.end();
            return factory.createRequest(uri, method);
        };
    }

    /** For Spring's HTTP clients; a page that calls Microsoft holds no transaction from then on. */
    public ClientHttpRequestFactory requests() {
        return requests;
    }

    /** For calls whose answer is long in coming, such as a page of all applications: they may take four times as long. */
    public ClientHttpRequestFactory patientRequests() {
        return patientRequests;
    }

    /** For calls that a page waits for and can do without: they have four seconds. */
    public ClientHttpRequestFactory promptRequests() {
        return promptRequests;
    }

    /** The trust towards Microsoft. */
    public SSLContext ssl() {
        return ssl;
    }

    /** The time-outs of every call, in the configuration. */
    public MicrosoftProperties properties() {
        return properties;
    }
}
