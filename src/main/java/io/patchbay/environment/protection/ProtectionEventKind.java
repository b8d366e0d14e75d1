package io.patchbay.environment.protection;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The kinds of events about protected disconnects, and about their protection. */
public enum ProtectionEventKind implements EventKind {
    INTUNE_DISCONNECT_REQUESTED(
            intune(Operation.REQUESTED, "applications", "second administrator", "wait", "confirm until")),
    INTUNE_DISCONNECT_CONFIRMED(intune(Operation.APPROVED)),
    INTUNE_DISCONNECT_REFUSED(intune(Operation.REJECTED, "reason")),
    INTUNE_DISCONNECT_CANCELED(intune(Operation.REVOKED, "reason")),
    INTUNE_DISCONNECT_LAPSED(intune(Operation.EXPIRED)),
    INTUNE_DISCONNECT_SCHEDULED(intune(Operation.STARTED, "confirmed by", "begins")),
    INTUNE_DISCONNECT_STOPPED(intune(Operation.FAILED, "reason")),
    PROTECTION_CHANGE_REQUESTED(company(Operation.REQUESTED, "confirm until")),
    PROTECTION_CHANGE_CONFIRMED(company(Operation.APPROVED)),
    PROTECTION_CHANGE_REFUSED(company(Operation.REJECTED, "reason")),
    PROTECTION_CHANGE_CANCELED(company(Operation.REVOKED, "reason")),
    PROTECTION_CHANGE_LAPSED(company(Operation.EXPIRED)),
    PROTECTION_CHANGE_SCHEDULED(company(Operation.STARTED, "begins")),
    PROTECTION_CHANGE_STOPPED(company(Operation.FAILED, "reason")),
    PROTECTION_CHANGED(company(Operation.UPDATED, "before"));

    private final EventDefinition definition;

    ProtectionEventKind(EventDefinition definition) {
        this.definition = definition;
    }

    @Override
    public EventDefinition definition() {
        return definition;
    }

    static ProtectionEventKind of(RequestKind request, String step) {
        return valueOf((request == RequestKind.DISCONNECT ? "INTUNE_DISCONNECT_" : "PROTECTION_CHANGE_") + step);
    }

    private static EventDefinition intune(Operation operation, String... fields) {
        return EventDefinition.security(Category.INTUNE, operation, more(fields, "tenant", "requested by"));
    }

    private static EventDefinition company(Operation operation, String... fields) {
        return EventDefinition.security(Category.COMPANY, operation, more(fields, "protection", "requested by"));
    }

    private static String[] more(String[] fields, String... always) {
        return Stream.concat(Arrays.stream(always), Arrays.stream(fields)).toArray(String[]::new);
    }

    @Component
    static class All implements EventKinds {

        @Override
        public List<EventKind> kinds() {
            return List.of(values());
        }
    }
}
