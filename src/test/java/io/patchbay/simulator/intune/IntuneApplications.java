package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What tests see and do of the applications in every tenant's Intune: the hands of administrators, and of the service. */
@SimulatorComponent
public final class IntuneApplications {
    private final TenantApps apps;
    private final Contents contents;
    private final AppDescriptions descriptions;
    private final AppFaults faults;
    private final ServiceTimes times;
    private final Relations relations;
    private final ListSizes sizes;
    private final Approvals approvals;

    IntuneApplications(
            TenantApps apps,
            Contents contents,
            AppDescriptions descriptions,
            AppFaults faults,
            ServiceTimes times,
            Relations relations,
            ListSizes sizes,
            Approvals approvals) {
        this.sizes = sizes;
        this.approvals = approvals;
        this.apps = apps;
        this.contents = contents;
        this.descriptions = descriptions;
        this.faults = faults;
        this.times = times;
        this.relations = relations;
    }

    public void reset() {
        apps.reset();
        contents.reset();
        relations.reset();
        faults.reset();
        times.reset();
        sizes.reset();
        approvals.reset();
    }

    /** What is to go wrong. */
    public AppFaults faults() {
        return faults;
    }

    /** How long the service takes. */
    public ServiceTimes times() {
        return times;
    }

    /** How large lists may be. */
    public ListSizes sizes() {
        return sizes;
    }

    /** Multi Admin Approval. */
    public Approvals approvals() {
        return approvals;
    }

    /** How often one asks in vain before Intune is ready. */
    public void polls(int times) {
        contents.polls(times);
    }

    /** What is in a tenant's Intune, oldest first. */
    public List<SimulatedApp> apps(UUID tenant) {
        return apps.all(tenant).stream().map(descriptions::snapshot).toList();
    }

    /** Everything that the beta version of Graph says of an application. */
    public Map<String, Object> described(UUID tenant, String id) {
        return descriptions.describe(app(tenant, id), true);
    }

    /** Which applications it supersedes or needs, and which supersede or need it. */
    public List<Relation> relations(UUID tenant, String id) {
        return relations.about(tenant, app(tenant, id).id);
    }

    /** The zip of an application's content, decrypted. */
    public Path content(UUID tenant, String id) {
        App app = app(tenant, id);
        return app.version(String.valueOf(app.committed())).files().stream()
                .map(file -> file.clear)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private App app(UUID tenant, String id) {
        return apps.find(tenant, id).orElseThrow(() -> new IllegalArgumentException("No application " + id));
    }

    /** An administrator assigns it in Intune. */
    public void assignByHand(UUID tenant, String id, UUID group, String intent) {
        app(tenant, id)
                .assignByHand(Map.of(
                        "@odata.type",
                        "#microsoft.graph.mobileAppAssignment",
                        "intent",
                        intent,
                        "target",
                        Map.of("@odata.type", "#microsoft.graph.groupAssignmentTarget", "groupId", group.toString())));
    }

    /** An administrator deletes it in Intune. */
    public void deleteByHand(UUID tenant, String id) {
        apps.remove(tenant, app(tenant, id));
    }

    /** An administrator makes one that is none of Patchbay's. */
    public String createByHand(UUID tenant, String name) {
        App app = apps.create(
                tenant,
                Map.of("@odata.type", "#microsoft.graph.win32LobApp", "displayName", name, "publisher", "Somebody"));
        app.publishedByHand();
        return app.id;
    }

    /** So many applications that are none of Patchbay's. */
    public void fill(UUID tenant, int count) {
        for (int i = 0; i < count; i++) {
            createByHand(tenant, "Foreign application %05d".formatted(i));
        }
    }

    /** One application needs another one, which therefore cannot be deleted before it. */
    public void relate(UUID tenant, String needing, String needed) {
        relations.depend(tenant, app(tenant, needing).id, app(tenant, needed).id);
    }

    /** One application supersedes another one, which therefore cannot be deleted before it. */
    public void supersede(UUID tenant, String newer, String older) {
        relations.supersede(tenant, app(tenant, newer).id, app(tenant, older).id);
    }

    /** Names of applications by how often they are there. */
    public Map<String, Long> names(UUID tenant) {
        return apps.all(tenant).stream()
                .collect(Collectors.groupingBy(
                        app -> app.text("displayName") + " " + app.text("displayVersion"),
                        LinkedHashMap::new,
                        Collectors.counting()));
    }
}
