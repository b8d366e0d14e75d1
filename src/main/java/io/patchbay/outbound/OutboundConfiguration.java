package io.patchbay.outbound;

import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean
    OutboundHttp outboundHttp(OutboundProperties properties, SslBundles bundles) throws NoSuchAlgorithmException {
        return new OutboundHttp(properties, InetAddress::getAllByName, trust(properties, bundles));
    }

    @Bean
    Downloads downloads(OutboundProperties properties, SslBundles bundles) throws NoSuchAlgorithmException {
        return new Downloads(properties, InetAddress::getAllByName, trust(properties, bundles));
    }

    private static SSLContext trust(OutboundProperties properties, SslBundles bundles) throws NoSuchAlgorithmException {
        return properties.sslBundle() == null
                ? SSLContext.getDefault()
                : bundles.getBundle(properties.sslBundle()).createSslContext();
    }
}
