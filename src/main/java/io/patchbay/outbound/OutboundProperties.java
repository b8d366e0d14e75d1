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
 * @param trusted Receivers that may be called although they are not on the public Internet, each as
 *     {@code host:port}, separated by commas. Meant for receivers in the operator's own network.
 * @param sslBundle Name of the Spring SSL bundle with the certificates to trust for calls to these receivers; the
 *     JVM's own unless set, and always for all others.
 * @param connectTimeout How long to wait for a connection to a receiver.
 * @param exchangeTimeout How long a call may take as a whole, from name resolution to the last byte, redirects
 *     included.
 * @param downloadTimeout How long the download of an installer or a catalog may take, redirects included. It ends
 *     earlier if nothing arrives for the exchange timeout.
 * @param readAtMost How much of an answer is read.
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
