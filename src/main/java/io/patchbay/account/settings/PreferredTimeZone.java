package io.patchbay.account.settings;

import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import io.patchbay.ui.TimeZoneSource;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Shows times in the zone that whoever reads them chose. */
@Component
class PreferredTimeZone implements TimeZoneSource, PageFact {

    private final PageFacts facts;
    private final TimeZones zones;

    PreferredTimeZone(@Lazy PageFacts facts, TimeZones zones) {
        this.facts = facts;
        this.zones = zones;
    }

    @Override
    public String name() {
        return "reader_zone";
    }

    @Override
    public String sql() {
        return "select time_zone from personal_settings where tenant_id = :tenant and object_id = :person";
    }

    @Override
    public Optional<ZoneId> zone() {
        return facts.answer(this).filter(zones::has).map(ZoneId::of);
    }
}
