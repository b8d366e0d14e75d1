package io.patchbay.support.grant;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about customer support. */
public enum SupportEventKind implements EventKind {
    SUPPORT_ACCESS_CHANGED(
            EventDefinition.security(Category.SUPPORT, Operation.UPDATED, "access before", "access", "until")
                    .variants("granted", "revoked", "ongoing", "ongoingEnded")),
    SUPPORT_ACCESS_REQUESTED(EventDefinition.security(Category.SUPPORT, Operation.REQUESTED, "ticket", "reason")),
    SUPPORT_ACCESS_DECLINED(EventDefinition.security(Category.SUPPORT, Operation.REJECTED)),
    SUPPORT_BUNDLE_DOWNLOADED(EventDefinition.security(Category.SUPPORT, Operation.EXPORTED, "days", "contents")),
    SUPPORT_SESSION_STARTED(EventDefinition.security(Category.SUPPORT, Operation.STARTED, "ticket")),
    SUPPORT_DATA_VIEWED(EventDefinition.security(Category.SUPPORT, Operation.VIEWED, "ticket", "viewed")
            .variants("viewed", "searched"));

    private final EventDefinition definition;

    SupportEventKind(EventDefinition definition) {
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
