package io.patchbay.banner.content;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about banners. */
enum BannerEventKind implements EventKind {
    BANNER_CREATED(
            EventDefinition.general(Category.BANNER, Operation.CREATED, "title", "severity", "state", "start", "end")),
    BANNER_UPDATED(
            EventDefinition.general(Category.BANNER, Operation.UPDATED, "title", "severity", "state", "start", "end")),
    BANNER_ENDED(
            EventDefinition.general(Category.BANNER, Operation.ENDED, "title", "severity", "state", "start", "end")),
    BANNER_DELETED(
            EventDefinition.general(Category.BANNER, Operation.DELETED, "title", "severity", "state", "start", "end"));

    private final EventDefinition definition;

    BannerEventKind(EventDefinition definition) {
        this.definition = definition;
    }

    @Override
    public EventDefinition definition() {
        return definition;
    }

    @Component
    static class All implements EventKinds {

        @Override
        public List<EventKind> kinds() {
            return List.of(values());
        }
    }
}
