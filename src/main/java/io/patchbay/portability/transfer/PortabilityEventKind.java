package io.patchbay.portability.transfer;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about connections in files. */
enum PortabilityEventKind implements EventKind {
    INTUNE_COPY_EXPORTED(EventDefinition.security(Category.INTUNE, Operation.EXPORTED, "tenant", "items")),
    INTUNE_COPY_IMPORTED(EventDefinition.security(
            Category.INTUNE, Operation.RESTORED, "tenant", "exported at", "imported", "already there", "not imported")),
    INTUNE_COPY_REFUSED(EventDefinition.security(Category.INTUNE, Operation.REFUSED, "reason"));

    private final EventDefinition definition;

    PortabilityEventKind(EventDefinition definition) {
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
