package io.patchbay.ui.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Connections of clients. Trusted proxies ({@code server.tomcat.remoteip.internal-proxies}) may open any number.
 *
 * @param perAddress Most connections that one network address may have open; 0 for any number.
 * @param bodyTimeout How long to wait for the next part of what a client sends.
 */
@ConfigurationProperties("patchbay.connection")
public record ConnectionProperties(
        @DefaultValue("100") int perAddress,
        @DefaultValue("5s") Duration bodyTimeout) {}
