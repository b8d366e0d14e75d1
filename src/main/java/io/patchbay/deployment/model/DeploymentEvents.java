package io.patchbay.deployment.model;

import io.patchbay.catalog.Architecture;
import io.patchbay.event.EventType;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.tenancy.Current;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the event log is told of deployments. */
@Component
public class DeploymentEvents {

    public NewEvent created(Deployment deployment, String version) {
        return about(EventType.DEPLOYMENT_CREATED, deployment, "%s deployed %s %s.", version)
                .with("assigned to", assigned(deployment.spec().assignments()));
    }

    public NewEvent updated(Deployment before, DeploymentSpec after) {
        return event(
                        EventType.DEPLOYMENT_UPDATED,
                        before,
                        "%s changed the deployment of %s."
                                .formatted(Current.actor().name(), before.appName()))
                .with("changed", SpecDifference.between(before.spec(), after))
                .with("assigned before", assigned(before.spec().assignments()))
                .with("assigned to", assigned(after.assignments()));
    }

    public NewEvent recreated(Deployment deployment, String version) {
        return about(EventType.DEPLOYMENT_RECREATED, deployment, "%s had %s %s published again.", version);
    }

    private static NewEvent about(EventType type, Deployment deployment, String text, String version) {
        return event(type, deployment, text.formatted(Current.actor().name(), deployment.appName(), version))
                .with("version", version);
    }

    public NewEvent paused(Deployment deployment) {
        return event(
                EventType.DEPLOYMENT_PAUSED,
                deployment,
                "%s paused the deployment of %s.".formatted(Current.actor().name(), deployment.appName()));
    }

    public NewEvent resumed(Deployment deployment) {
        return event(
                EventType.DEPLOYMENT_RESUMED,
                deployment,
                "%s resumed the deployment of %s.".formatted(Current.actor().name(), deployment.appName()));
    }

    public NewEvent published(Deployment deployment, DeployedVersion version, UUID tenant) {
        var type = version.reason() == Reason.SYNCHRONIZED
                ? EventType.DEPLOYMENT_SYNCHRONIZED
                : EventType.DEPLOYMENT_PUBLISHED;
        return event(type, deployment, "%s %s is in Intune.".formatted(deployment.appName(), version.appVersion()))
                .tenant(tenant)
                .with("version", version.appVersion())
                .with("installer type", version.progress().installerType())
                .with("Intune app ID", version.app())
                .with("remark", version.remark());
    }

    public NewEvent failed(Deployment deployment, DeployedVersion version, UUID tenant, String cause) {
        return event(
                        EventType.DEPLOYMENT_FAILED,
                        deployment,
                        "Publishing %s %s failed: %s".formatted(deployment.appName(), version.appVersion(), cause))
                .tenant(tenant)
                .with("version", version.appVersion())
                .with("reason", cause)
                .with("Intune app ID", version.app());
    }

    public NewEvent deletionRequested(Deployment deployment) {
        return event(
                EventType.DEPLOYMENT_DELETION_REQUESTED,
                deployment,
                "%s has the deployment of %s deleted.".formatted(Current.actor().name(), deployment.appName()));
    }

    public NewEvent deleted(Deployment deployment, List<String> removed, List<String> left) {
        return event(
                        EventType.DEPLOYMENT_DELETED,
                        deployment,
                        "The deployment of %s was deleted.".formatted(deployment.appName()))
                .with("removed from Intune", String.join(", ", removed))
                .with("left in Intune", String.join(", ", left));
    }

    public NewEvent versionRemoved(Deployment deployment, DeployedVersion version, String why) {
        return event(
                        EventType.DEPLOYMENT_VERSION_REMOVED,
                        deployment,
                        "%s %s left Intune: %s.".formatted(deployment.appName(), version.appVersion(), why))
                .with("version", version.appVersion())
                .with("Intune app ID", version.app())
                .with("reason", why);
    }

    private static NewEvent event(EventType type, Deployment deployment, String text) {
        return NewEvent.about(type, deployment.appName(), text)
                .in(deployment.environment())
                .with("architecture", label(deployment.spec().architecture()));
    }

    private static String label(Architecture architecture) {
        return architecture.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String assigned(List<Assignment> assignments) {
        return assignments.stream()
                .map(one -> "%s: %s"
                        .formatted(
                                one.intent().name().toLowerCase(Locale.ROOT),
                                one.groupName() == null
                                        ? one.target()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' ')
                                        : (one.target()
                                                                == io.patchbay.microsoft.intune.AppAssignment.Target
                                                                        .EXCLUDED_GROUP
                                                        ? "not "
                                                        : "")
                                                + one.groupName()))
                .collect(Collectors.joining(", "));
    }
}
