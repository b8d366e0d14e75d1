package io.patchbay.deployment.model;

import io.patchbay.event.Category;
import io.patchbay.event.EventDefinition;
import io.patchbay.event.EventKind;
import io.patchbay.event.EventKinds;
import io.patchbay.event.Operation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of events about deployments. */
public enum DeploymentEventKind implements EventKind {
    DEPLOYMENT_CREATED(EventDefinition.general(
            Category.DEPLOYMENT,
            Operation.CREATED,
            "architecture",
            "version",
            "assigned to",
            "requires",
            "required by")),
    DEPLOYMENT_TAKEN_OVER(
            EventDefinition.general(Category.DEPLOYMENT, Operation.CREATED, "architecture", "versions", "assigned to")),
    DEPLOYMENT_UPDATED(EventDefinition.general(
            Category.DEPLOYMENT, Operation.UPDATED, "architecture", "changed", "assigned before", "assigned to")),
    DEPLOYMENT_PUBLISHED(EventDefinition.general(
            Category.DEPLOYMENT,
            Operation.PUBLISHED,
            "architecture",
            "version",
            "installer type",
            "Intune app ID",
            "remark")),
    DEPLOYMENT_SYNCHRONIZED(EventDefinition.general(
            Category.DEPLOYMENT,
            Operation.SYNCHRONIZED,
            "architecture",
            "version",
            "installer type",
            "Intune app ID",
            "remark")),
    DEPLOYMENT_SYNCHRONIZED_ON_REQUEST(EventDefinition.general(
            Category.DEPLOYMENT,
            Operation.SYNCHRONIZED,
            "architecture",
            "version",
            "installer type",
            "Intune app ID",
            "remark")),
    DEPLOYMENT_RECREATED(EventDefinition.general(Category.DEPLOYMENT, Operation.RECREATED, "architecture", "version")),
    DEPLOYMENT_FAILED(EventDefinition.general(
            Category.DEPLOYMENT, Operation.FAILED, "architecture", "version", "reason", "Intune app ID")),
    DEPLOYMENT_UPDATE_REQUESTED(EventDefinition.general(
            Category.DEPLOYMENT, Operation.REQUESTED, "architecture", "version before", "version after")),
    DEPLOYMENT_PAUSED(EventDefinition.general(Category.DEPLOYMENT, Operation.UPDATED, "architecture")),
    DEPLOYMENT_RESUMED(EventDefinition.general(Category.DEPLOYMENT, Operation.UPDATED, "architecture")),
    DEPLOYMENT_VERSION_REMOVED(EventDefinition.general(
            Category.DEPLOYMENT, Operation.REMOVED, "architecture", "version", "Intune app ID", "reason")),
    DEPLOYMENT_DELETION_REQUESTED(EventDefinition.general(Category.DEPLOYMENT, Operation.REQUESTED, "architecture")),
    DEPLOYMENT_DELETED(EventDefinition.general(
            Category.DEPLOYMENT, Operation.DELETED, "architecture", "removed from Intune", "left in Intune")),
    SYNCHRONIZATION_REQUESTED(EventDefinition.general(Category.DEPLOYMENT, Operation.REQUESTED));

    private final EventDefinition definition;

    DeploymentEventKind(EventDefinition definition) {
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
