package io.patchbay.account.settings;

import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.TimeZoneSource;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows times in the zone that whoever reads them chose. */
@Component
class PreferredTimeZone implements TimeZoneSource {

    private final PersonalSettings settings;

    PreferredTimeZone(PersonalSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<ZoneId> zone() {
        return Current.scope()
                .map(Current.Scope::actor)
                .filter(Actor.Human.class::isInstance)
                .flatMap(actor -> settings.timeZone(((Actor.Human) actor).id()));
    }
}
