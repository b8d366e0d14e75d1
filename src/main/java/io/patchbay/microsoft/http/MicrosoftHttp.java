package io.patchbay.microsoft.http;

import io.patchbay.microsoft.MicrosoftProperties;
import java.net.http.HttpClient;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** How HTTP calls to Microsoft are made: trust and time-outs, for every client alike. */
@Component
public class MicrosoftHttp {

    private final MicrosoftProperties properties;
    private final SSLContext ssl;
    private final ClientHttpRequestFactory requests;

    MicrosoftHttp(MicrosoftProperties properties, SslBundles bundles) throws java.security.NoSuchAlgorithmException {
        this.properties = properties;
        this.ssl = properties.sslBundle() == null
                ? SSLContext.getDefault()
                : bundles.getBundle(properties.sslBundle()).createSslContext();
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .sslContext(ssl)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(properties.readTimeout());
        this.requests = factory;
    }

    /** For Spring's HTTP clients. */
    public ClientHttpRequestFactory requests() {
        return requests;
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
