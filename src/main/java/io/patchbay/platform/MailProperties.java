package io.patchbay.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * E-mail that Patchbay sends. The server is configured under {@code spring.mail}; without it nothing is sent, and links are
 * handed over by other means.
 *
 * @param from Address of the sender of e-mail.
 * @param sales Address that is told of requested quotes; empty where nobody is.
 */
@ConfigurationProperties("patchbay.mail")
public record MailProperties(
        @DefaultValue("patchbay@localhost") String from,
        @DefaultValue("") String sales) {}
