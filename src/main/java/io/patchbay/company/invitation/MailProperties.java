package io.patchbay.company.invitation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * E-mail that Patchbay sends. The server stands under {@code spring.mail}; without it nothing is sent, and links are handed
 * over by hand.
 *
 * @param from the sender's address
 */
@ConfigurationProperties("patchbay.mail")
record MailProperties(@Nullable String from) {}
