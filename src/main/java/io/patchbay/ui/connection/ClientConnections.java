package io.patchbay.ui.connection;

import java.util.Arrays;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.util.NetMask;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Sets the cap of connections and the time to wait for a body; other times are Spring Boot's own settings. */
@Component
class ClientConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ConnectionProperties properties;
    private final List<NetMask> proxies;

    ClientConnections(ConnectionProperties properties, Environment settings) {
        this.properties = properties;
        this.proxies = Arrays.stream(settings.getProperty("server.tomcat.remoteip.internal-proxies", "")
                        .split(","))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(NetMask::new)
                .toList();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(CappedProtocol.class.getName());
        factory.addConnectorCustomizers(this::customize);
    }

    private void customize(Connector connector) {
        if (connector.getProtocolHandler() instanceof CappedProtocol protocol) {
            protocol.setDisableUploadTimeout(false);
            protocol.setConnectionUploadTimeout((int) properties.bodyTimeout().toMillis());
            protocol.cap(
                    properties.perAddress(), address -> proxies.stream().anyMatch(proxy -> proxy.matches(address)));
        }
    }
}
