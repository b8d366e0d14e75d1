package io.patchbay.event.web;

import io.patchbay.event.EventLog;
import io.patchbay.event.EventLog.Position;
import io.patchbay.event.RecordedEvent;
import io.patchbay.event.Severity;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.OverviewPart;
import io.patchbay.ui.OverviewPart.Entry;
import io.patchbay.ui.OverviewPart.Recent;
import io.patchbay.ui.OverviewSource;
import java.util.List;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The last events on the overview. */
@Component
class EventsOverview implements OverviewSource {

    private static final int SHOWN = 6;

    private final EventLog log;
    private final MessageSourceAccessor messages;

    EventsOverview(EventLog log, MessageSourceAccessor messages) {
        this.log = log;
        this.messages = messages;
    }

    @Override
    public List<OverviewPart> parts() {
        if (!Current.may(Capability.VIEW_EVENTS)) {
            return List.of();
        }
        return List.of(new Recent(
                20,
                messages.getMessage("overview.events"),
                messages.getMessage("overview.events.all"),
                EventPages.OWN,
                log.page(new Position.Newest(), SHOWN).events().stream()
                        .map(EventsOverview::entry)
                        .toList()));
    }

    private static Entry entry(RecordedEvent event) {
        return new Entry(
                event.title(),
                event.actorName(),
                EventPages.OWN + "/" + event.id(),
                event.occurredAt(),
                event.severity() == Severity.SECURITY ? event.severity().label() : null);
    }
}
