package io.patchbay.account.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sessions of people who are signed in. {@code spring.session.timeout} says after which time without use one ends.
 *
 * @param lifetime How long after the sign-in a session ends, however much it is used.
 */
@ConfigurationProperties("patchbay.session")
public record SessionProperties(@DefaultValue("12h") Duration lifetime) {}
