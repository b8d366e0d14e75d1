package io.patchbay.environment.model;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about environments and their connections to Intune. */
public enum EnvironmentEventKind implements EventKind {
    ENVIRONMENT_CREATED(EventDefinition.general(Category.ENVIRONMENT, Operation.CREATED, "name")),
    ENVIRONMENT_UPDATED(EventDefinition.general(Category.ENVIRONMENT, Operation.UPDATED, "name before", "name after")),
    INTUNE_CONNECTION_ADDED(EventDefinition.security(
                    Category.INTUNE,
                    Operation.CONNECTED,
                    "tenant",
                    "primary domain",
                    "approved by",
                    "granted permissions",
                    "reconnect",
                    "restored permissions")
            .variants("connected", "reconnected")),
    INTUNE_CONNECTION_FAILED(EventDefinition.security(
                    Category.INTUNE,
                    Operation.FAILED,
                    "reason",
                    "AADSTS code",
                    "account",
                    "missing permissions",
                    "answered tenant",
                    "expected tenant")
            .variants("connecting", "reconnecting")),
    INTUNE_CONNECTION_LOST(EventDefinition.security(Category.INTUNE, Operation.LOST, "reason", "AADSTS code")),
    INTUNE_CONNECTION_RESTORED(EventDefinition.security(Category.INTUNE, Operation.RESTORED, "reason", "lost for")),
    INTUNE_PERMISSION_LOST(EventDefinition.security(Category.INTUNE, Operation.LOST, "permissions")),
    INTUNE_PERMISSION_RESTORED(
            EventDefinition.security(Category.INTUNE, Operation.RESTORED, "permissions", "lost for")),
    INTUNE_PERMISSION_WAIVED(EventDefinition.security(Category.INTUNE, Operation.UPDATED, "permission")),
    INTUNE_PERMISSION_WAIVER_ENDED(EventDefinition.security(Category.INTUNE, Operation.UPDATED, "permission")),
    INTUNE_CONNECTION_PAUSED(EventDefinition.security(Category.INTUNE, Operation.UPDATED)),
    INTUNE_CONNECTION_RESUMED(EventDefinition.security(Category.INTUNE, Operation.UPDATED)),
    INTUNE_DISCONNECT_ITEM_REMOVED(
            EventDefinition.general(Category.INTUNE, Operation.REMOVED, "application", "version", "Intune app ID")),
    INTUNE_DISCONNECT_ITEM_LEFT(EventDefinition.general(
            Category.INTUNE, Operation.FAILED, "application", "version", "Intune app ID", "reason")),
    INTUNE_CONNECTION_REMOVED(EventDefinition.security(
            Category.INTUNE,
            Operation.DISCONNECTED,
            "tenant",
            "removed",
            "not removed",
            "left behind",
            "requested",
            "confirmed by",
            "wait in hours")),
    INTUNE_CONSENT_REVOKED(EventDefinition.security(Category.INTUNE, Operation.REMOVED, "tenant"));

    private final EventDefinition definition;

    EnvironmentEventKind(EventDefinition definition) {
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
