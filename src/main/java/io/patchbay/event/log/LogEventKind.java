package io.patchbay.event.log;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about the event log itself, and of what was done too often. */
public enum LogEventKind implements EventKind {
    EVENTS_EXPORTED(EventDefinition.security(Category.EVENT_LOG, Operation.EXPORTED, "events", "format", "filter")),
    EVENT_RETENTION_CHANGED(
            EventDefinition.security(Category.EVENT_LOG, Operation.UPDATED, "days before", "days after")),
    EVENT_LOG_BROKEN(EventDefinition.security(Category.EVENT_LOG, Operation.FAILED, "position")),
    EVENT_STREAM_CREATED(EventDefinition.security(Category.EVENT_LOG, Operation.CREATED, "receiver")),
    EVENT_STREAM_REMOVED(EventDefinition.security(Category.EVENT_LOG, Operation.REMOVED, "receiver")),
    EVENT_STREAM_PAUSED(EventDefinition.security(Category.EVENT_LOG, Operation.FAILED, "receiver", "answer")),
    EVENT_STREAM_RESUMED(EventDefinition.security(Category.EVENT_LOG, Operation.RESTORED, "receiver")),
    EVENT_LOG_RESEALED(
            EventDefinition.security(Category.EVENT_LOG, Operation.UPDATED, "entries", "last before", "last after")),
    EVENT_TOKEN_CREATED(EventDefinition.security(Category.EVENT_LOG, Operation.CREATED, "ends with")),
    EVENT_TOKEN_REVOKED(EventDefinition.security(Category.EVENT_LOG, Operation.REVOKED, "ends with")),
    LIMIT_REACHED(EventDefinition.security(Category.COMPANY, Operation.FAILED, "action"));

    private final EventDefinition definition;

    LogEventKind(EventDefinition definition) {
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
