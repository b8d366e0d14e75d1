package io.patchbay.outbound;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Calls to addresses that people gave us.
 *
 * @param trusted receivers that may be called wherever they are, each as {@code host:port}; meant for receivers of the
 *     operator's own network, and of tests
 * @param sslBundle name of the Spring SSL bundle whose trust is used towards the trusted receivers; the JVM's trust without
 *     it, and always towards all others
 * @param connectTimeout how long to wait for a connection
 * @param exchangeTimeout how long a call may take from the name's resolution to the last byte, redirects included
 * @param downloadTimeout how long fetching a file may take, redirects included; it is given up earlier when nothing comes
 *     for the exchange timeout
 * @param readAtMost how much of an answer is read
 */
@ConfigurationProperties("patchbay.outbound")
record OutboundProperties(
        @DefaultValue Set<String> trusted,
        @Nullable String sslBundle,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration exchangeTimeout,
        @DefaultValue("30m") Duration downloadTimeout,
        @DefaultValue("64KB") DataSize readAtMost) {

    OutboundProperties {
        for (var each : trusted) {
            if (!each.matches("[^:/@\\s]+:\\d{1,5}")) {
                throw new IllegalArgumentException(
                        "Set each entry of patchbay.outbound.trusted to host:port instead of " + each);
            }
        }
        trusted = trusted.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
