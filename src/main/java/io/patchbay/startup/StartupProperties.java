package io.patchbay.startup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The start of the portal.
 *
 * @param checkSurroundings Whether Microsoft, the mail server, the work directory and the clocks are looked at once after
 *     the start. What is wrong is logged and stops nothing.
 */
@ConfigurationProperties("patchbay.startup")
record StartupProperties(@DefaultValue("true") boolean checkSurroundings) {}
