package io.patchbay.simulator;

import io.patchbay.simulator.directory.MovableClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The simulator's own application: a web server, pages and JSON; nothing else of Boot's. Of its connectors one is for
 * browsers, one is the back channel and speaks HTTP/2 as Entra ID and Graph do, and one is the storage, which like Azure's
 * speaks HTTP/1.1 only.
 */
@Configuration(proxyBeanMethods = false)
@Profile(SimulatorComponent.PROFILE)
@ComponentScan
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class SimulatorConfiguration {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    TomcatServletWebServerFactory webServer(
            @Value("${simulator.http-port}") int httpPort,
            @Value("${simulator.https-port}") int httpsPort,
            @Value("${simulator.key-store}") Path keyStore)
            throws UnknownHostException {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(httpPort);
        factory.setAddress(InetAddress.getByName("127.0.0.1"));
        Connector backChannel = https(httpsPort, keyStore);
        backChannel.addUpgradeProtocol(new Http2Protocol());
        factory.addAdditionalConnectors(backChannel, https(0, keyStore));
        return factory;
    }

    private static Connector https(int port, Path keyStore) {
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(keyStore.toString());
        certificate.setCertificateKeystorePassword(ServerCertificate.PASSWORD);
        certificate.setCertificateKeystoreType("PKCS12");
        host.addCertificate(certificate);
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(host);
        return connector;
    }
}
