package io.patchbay.account.settings;

import io.patchbay.ui.TimeZoneSource;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows times in the zone that whoever reads them chose. */
@Component
class PreferredTimeZone implements TimeZoneSource {

    private final PersonalSettings settings;
    private final TimeZones zones;

    PreferredTimeZone(PersonalSettings settings, TimeZones zones) {
        this.settings = settings;
        this.zones = zones;
    }

    @Override
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(settings.ofReader().timeZone())
                .filter(zones::has)
                .map(ZoneId::of);
    }
}
