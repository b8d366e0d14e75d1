package io.patchbay.deployment.model;

import io.patchbay.catalog.Architecture;
import io.patchbay.event.EventKind;
import io.patchbay.event.NewEvent;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the event log is told of deployments. */
@Component
public class DeploymentEvents {

    public NewEvent created(Deployment deployment, String version) {
        return event(DeploymentEventKind.DEPLOYMENT_CREATED, deployment, version)
                .with("version", version)
                .with("assigned to", assigned(deployment.spec().assignments()))
                .with("requires", requires(deployment));
    }

    /** Of one that was deployed because another one requires it. */
    public NewEvent required(Deployment deployment, String version, Deployment by) {
        return created(deployment, version).with("required by", by.appName());
    }

    /** Of one whose applications were in Intune already, from a connection that ended. */
    public NewEvent takenOver(Deployment deployment, List<String> versions) {
        return event(DeploymentEventKind.DEPLOYMENT_TAKEN_OVER, deployment, versions.getFirst())
                .with("versions", String.join(", ", versions))
                .with("assigned to", assigned(deployment.spec().assignments()));
    }

    private static @Nullable String requires(Deployment deployment) {
        var names = deployment.spec().rollout().requires().values();
        return names.isEmpty() ? null : String.join(", ", names);
    }

    public NewEvent updated(Deployment before, DeploymentSpec after) {
        return event(DeploymentEventKind.DEPLOYMENT_UPDATED, before)
                .with("changed", SpecDifference.between(before.spec(), after))
                .with("assigned before", assigned(before.spec().assignments()))
                .with("assigned to", assigned(after.assignments()));
    }

    public NewEvent recreated(Deployment deployment, String version) {
        return event(DeploymentEventKind.DEPLOYMENT_RECREATED, deployment, version)
                .with("version", version);
    }

    public NewEvent updateRequested(Deployment deployment, String before, String after) {
        return event(DeploymentEventKind.DEPLOYMENT_UPDATE_REQUESTED, deployment, after)
                .with("version before", before)
                .with("version after", after);
    }

    public NewEvent paused(Deployment deployment) {
        return event(DeploymentEventKind.DEPLOYMENT_PAUSED, deployment);
    }

    public NewEvent resumed(Deployment deployment) {
        return event(DeploymentEventKind.DEPLOYMENT_RESUMED, deployment);
    }

    public NewEvent published(Deployment deployment, DeployedVersion version, UUID tenant) {
        var kind = switch (version.reason()) {
            case SYNCHRONIZED -> DeploymentEventKind.DEPLOYMENT_SYNCHRONIZED;
            case REQUESTED -> DeploymentEventKind.DEPLOYMENT_SYNCHRONIZED_ON_REQUEST;
            case CREATED, UPDATED, RECREATED -> DeploymentEventKind.DEPLOYMENT_PUBLISHED;
        };
        return event(kind, deployment, version.appVersion())
                .tenant(tenant)
                .with("version", version.appVersion())
                .with("installer type", version.progress().installerType())
                .with("Intune app ID", version.app())
                .with("remark", version.remark());
    }

    public NewEvent failed(Deployment deployment, DeployedVersion version, UUID tenant, String cause) {
        return event(DeploymentEventKind.DEPLOYMENT_FAILED, deployment, version.appVersion(), cause)
                .tenant(tenant)
                .with("version", version.appVersion())
                .with("reason", cause)
                .with("Intune app ID", version.app());
    }

    public NewEvent deletionRequested(Deployment deployment) {
        return event(DeploymentEventKind.DEPLOYMENT_DELETION_REQUESTED, deployment);
    }

    public NewEvent deleted(Deployment deployment, List<String> removed, List<String> left) {
        return event(DeploymentEventKind.DEPLOYMENT_DELETED, deployment)
                .with("removed from Intune", String.join(", ", removed))
                .with("left in Intune", String.join(", ", left));
    }

    public NewEvent versionRemoved(Deployment deployment, DeployedVersion version, String why) {
        return event(DeploymentEventKind.DEPLOYMENT_VERSION_REMOVED, deployment, version.appVersion(), why)
                .with("version", version.appVersion())
                .with("Intune app ID", version.app())
                .with("reason", why);
    }

    private static NewEvent event(EventKind kind, Deployment deployment, String... more) {
        var arguments = Stream.concat(Stream.of(deployment.appName()), Stream.of(more));
        return NewEvent.of(kind, arguments.toArray())
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
