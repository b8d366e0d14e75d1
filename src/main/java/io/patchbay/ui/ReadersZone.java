package io.patchbay.ui;

import io.patchbay.ui.preference.PreferenceCookie;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The time zone in which whoever reads a page thinks: pages, filters and exports all mean its days and times. */
@Component
public class ReadersZone {

    /** In which the browser says where it is. */
    static final String COOKIE = "zone";

    /** Asked for once: the JDK copies them for whoever asks. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Supplier<Optional<TimeZoneSource>> source;

    ReadersZone(ObjectProvider<TimeZoneSource> source) {
        this.source = SingletonSupplier.of(() -> Optional.ofNullable(source.getIfAvailable()));
    }

    /** The zone that the reader chose; empty for the browser's own. */
    public Optional<ZoneId> chosen() {
        return source.get().flatMap(TimeZoneSource::zone);
    }

    /** The zone that the reader chose, or else the one the browser named; UTC where it named none. */
    public ZoneId zone() {
        return or(chosen());
    }

    /** The same for a reader of whom it is known already which zone was chosen. */
    public ZoneId or(Optional<ZoneId> chosen) {
        return chosen.or(ReadersZone::named).orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> named() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? PreferenceCookie.read(attributes.getRequest(), COOKIE)
                        .filter(ZONES::contains)
                        .map(ZoneId::of)
                : Optional.empty();
    }
}
