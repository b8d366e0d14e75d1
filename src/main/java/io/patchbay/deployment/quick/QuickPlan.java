package io.patchbay.deployment.quick;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.management.DeploymentOffer;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a wish to deploy several applications to several environments.
 *
 * @param items each application in each environment, in the order in which they are deployed
 */
public record QuickPlan(List<PlannedApp> apps, List<PlannedEnvironment> environments, List<PlannedItem> items) {

    /**
     * An application.
     *
     * @param installer what is deployed; null where nothing is
     * @param remarks in what it is other than wished, and what else is deployed because of it
     * @param reason why it cannot be deployed at all; null where it can
     * @param requires what it needs, names by identifier
     */
    public record PlannedApp(
            AppId app,
            String name,
            String publisher,
            @Nullable InstallerChoice installer,
            List<String> remarks,
            @Nullable String reason,
            Map<String, String> requires) {

        /** Its language by name; null for none in particular. */
        public @Nullable String language() {
            return installer == null ? null : DeploymentOffer.nameOf(installer.language());
        }
    }

    /**
     * An environment.
     *
     * @param reason why nothing can be deployed to it; null where it can
     */
    public record PlannedEnvironment(
            EnvironmentId id, String name, @Nullable String reason) {}

    /**
     * An application in an environment.
     *
     * @param spec how it is deployed; null where it is not
     * @param reason why not; null where it is
     */
    public record PlannedItem(
            AppId app,
            String name,
            EnvironmentId environment,
            String environmentName,
            @Nullable DeploymentSpec spec,
            @Nullable String reason) {}

    /**
     * Something that will be other than wished.
     *
     * @param app its name; null where it is about a whole environment
     * @param where the names of the environments; empty for all
     * @param deployed whether it is deployed all the same
     */
    public record PlanException(@Nullable String app, String where, String text, boolean deployed) {

        /** By which a form says that it was shown. */
        public String fingerprint() {
            var said = String.join("\n", app == null ? "" : app, text, Boolean.toString(deployed));
            return Integer.toString(said.hashCode(), Character.MAX_RADIX);
        }
    }

    /** What will be other than wished: environments first, then what is not deployed, then what is otherwise. */
    public List<PlanException> exceptions() {
        var exceptions = new ArrayList<PlanException>();
        environments.forEach(one -> {
            if (one.reason() != null) {
                exceptions.add(new PlanException(null, one.name(), one.reason(), false));
            }
        });
        apps.forEach(one -> {
            if (one.reason() != null) {
                exceptions.add(new PlanException(one.name(), "", one.reason(), false));
            }
        });
        exceptions.addAll(somewhere());
        apps.stream()
                .filter(one -> one.reason() == null)
                .flatMap(one -> one.remarks().stream().map(text -> new PlanException(one.name(), "", text, true)))
                .forEach(exceptions::add);
        return exceptions;
    }

    private record AppAndReason(String app, String reason) {}

    /** Those that hold for some environments only, although application and environment are fine each by itself. */
    private List<PlanException> somewhere() {
        var fine = apps.stream()
                .filter(one -> one.reason() == null)
                .map(PlannedApp::app)
                .collect(Collectors.toSet());
        var open = environments.stream()
                .filter(one -> one.reason() == null)
                .map(PlannedEnvironment::id)
                .collect(Collectors.toSet());
        var places = new LinkedHashMap<AppAndReason, List<String>>();
        for (var item : items) {
            if (item.reason() != null && fine.contains(item.app()) && open.contains(item.environment())) {
                places.computeIfAbsent(new AppAndReason(item.name(), item.reason()), key -> new ArrayList<>())
                        .add(item.environmentName());
            }
        }
        return places.entrySet().stream()
                .map(one -> new PlanException(
                        one.getKey().app(),
                        String.join(", ", one.getValue()),
                        one.getKey().reason(),
                        false))
                .toList();
    }

    /** The fingerprints of all exceptions. */
    public String fingerprints() {
        return exceptions().stream().map(PlanException::fingerprint).collect(Collectors.joining(" "));
    }

    /** Whether one of the deployments is assigned to nobody. */
    public boolean toNobody() {
        return items.stream().anyMatch(one -> one.spec() != null && one.spec().toNobody());
    }

    /** How many deployments come of it. */
    public int deployments() {
        return (int) items.stream().filter(one -> one.spec() != null).count();
    }
}
