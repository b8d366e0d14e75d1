package io.patchbay.deployment.copy;

import io.patchbay.deployment.management.DeploymentChoices;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.Deployment;
import io.patchbay.deployment.model.DeploymentRepository;
import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.PortablePart;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deployments to be taken along. One that another requires comes before it, so that it is there when that is made. */
@Component
@Order(DeploymentPart.AFTER_WAIVERS)
class DeploymentPart implements PortablePart<CopiedDeployment> {

    static final int AFTER_WAIVERS = 2;

    private final DeploymentRepository deployments;
    private final DeploymentChoices choices;
    private final DeploymentImportStore store;
    private final MessageSourceAccessor messages;

    DeploymentPart(
            DeploymentRepository deployments,
            DeploymentChoices choices,
            DeploymentImportStore store,
            MessageSourceAccessor messages) {
        this.deployments = deployments;
        this.choices = choices;
        this.store = store;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "deployments";
    }

    @Override
    public Class<CopiedDeployment> type() {
        return CopiedDeployment.class;
    }

    @Override
    public List<CopiedDeployment> pieces(EnvironmentId environment) {
        var all = deployments.of(environment).stream()
                .filter(one -> !one.deleting())
                .toList();
        var sorted = new LinkedHashSet<Deployment>();
        all.forEach(one -> addAfterRequired(one, all, sorted, new ArrayList<>()));
        return sorted.stream().map(CopiedDeployment::of).toList();
    }

    private static void addAfterRequired(
            Deployment one, List<Deployment> all, SequencedSet<Deployment> sorted, List<Deployment> path) {
        if (sorted.contains(one) || path.contains(one)) {
            return;
        }
        path.add(one);
        all.stream()
                .filter(other ->
                        one.spec().rollout().requires().containsKey(other.app().value()))
                .forEach(other -> addAfterRequired(other, all, sorted, path));
        path.removeLast();
        sorted.add(one);
    }

    @Override
    public Map<UUID, String> groups(CopiedDeployment piece) {
        var groups = new HashMap<UUID, String>();
        for (Assignment assignment : piece.spec().assignments()) {
            var group = assignment.group();
            if (group != null) {
                groups.put(group, assignment.groupName() == null ? group.toString() : assignment.groupName());
            }
        }
        return groups;
    }

    @Override
    public Capability needed() {
        return Capability.MANAGE_DEPLOYMENTS;
    }

    @Override
    public PartImport<CopiedDeployment> importing(
            EnvironmentId environment, List<CopiedDeployment> all, GroupMapping groups) {
        var mapping = SpecMapping.asking(
                choices, environment, all.stream().map(CopiedDeployment::spec).toList(), groups);
        return new DeploymentImport(environment, all, mapping, store, messages);
    }
}
