package io.patchbay.outbound;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** Makes clients that keep nothing, follow nothing, repeat nothing and unpack nothing by themselves. */
record HttpClientFactory(OutboundProperties properties) {

    private static final int HEADERS_AT_MOST = 100;
    private static final int LINE_AT_MOST = 8192;
    private static final int CONNECTIONS = 100;
    private static final int CONNECTIONS_TO_ONE = 10;

    CloseableHttpClient create(DnsResolver names, SSLContext trust) {
        return HttpClients.custom()
                .setConnectionManager(connections(names, trust))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout())
                        .setResponseTimeout(Timeout.of(properties.exchangeTimeout()))
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Patchbay")
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    private HttpClientConnectionManager connections(DnsResolver names, SSLContext trust) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(timeout()).build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(HEADERS_AT_MOST)
                                .setMaxLineLength(LINE_AT_MOST)
                                .build())
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
                .build();
    }

    private Timeout timeout() {
        return Timeout.of(properties.connectTimeout());
    }
}
