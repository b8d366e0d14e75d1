package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The applications of every tenant, as Intune keeps them, and the hands of administrators on them. Safe for many threads. */
@SimulatorComponent
public final class IntuneApplications {
    private static final Duration ADDRESS_LASTS = Duration.ofMinutes(10);

    private final Map<UUID, Map<String, App>> apps = new LinkedHashMap<>();
    private final Map<String, UploadedFile> blobs = new LinkedHashMap<>();
    private final Directory directory;
    private final MovableClock clock;
    private final AppFaults faults;
    private final JsonMapper json;
    private final Path folder;
    private int polls = 1;

    IntuneApplications(Directory directory, MovableClock clock, AppFaults faults, JsonMapper json) throws IOException {
        this.directory = directory;
        this.clock = clock;
        this.faults = faults;
        this.json = json;
        this.folder = Files.createTempDirectory("simulated-intune");
        folder.toFile().deleteOnExit();
    }

    public synchronized void reset() {
        apps.clear();
        blobs.values().forEach(this::forget);
        blobs.clear();
        faults.reset();
        polls = 1;
    }

    public AppFaults faults() {
        return faults;
    }

    /** How often one asks in vain before Intune is ready. */
    public synchronized void polls(int times) {
        polls = times;
    }

    private Map<String, App> of(UUID tenant) {
        return apps.computeIfAbsent(tenant, none -> new LinkedHashMap<>());
    }

    public synchronized List<App> all(Tenant tenant) {
        return List.copyOf(of(tenant.id()).values());
    }

    public synchronized Optional<App> find(Tenant tenant, String id) {
        return Optional.ofNullable(of(tenant.id()).get(id));
    }

    public synchronized App create(Tenant tenant, Map<String, Object> fields) {
        App app = new App(clock.instant());
        app.fields.putAll(fields);
        of(tenant.id()).put(app.id, app);
        return app;
    }

    public synchronized void change(App app, Map<String, Object> fields) {
        app.fields.putAll(fields);
        app.modified = clock.instant();
    }

    public synchronized boolean delete(Tenant tenant, App app) {
        boolean needed = app.neededBy.stream().anyMatch(of(tenant.id())::containsKey);
        if (!needed) {
            of(tenant.id()).remove(app.id);
            app.contents.values().forEach(files -> files.values().forEach(this::forget));
        }
        return !needed;
    }

    private void forget(UploadedFile file) {
        try {
            for (Path block : file.blocks) {
                Files.deleteIfExists(block);
            }
            if (file.clear != null) {
                Files.deleteIfExists(file.clear);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized String newVersion(App app) {
        String id = String.valueOf(app.contents.size() + 1);
        app.contents.put(id, new LinkedHashMap<>());
        return id;
    }

    public synchronized UploadedFile newFile(App app, String version, String name, long size, long sizeEncrypted) {
        UploadedFile file = new UploadedFile(name, size, sizeEncrypted, polls);
        app.contents.get(version).put(file.id, file);
        blobs.put(file.id, file);
        return file;
    }

    /** A fresh address's signature. */
    public synchronized String sign(UploadedFile file) {
        String signature = UUID.randomUUID().toString().replace("-", "");
        file.addresses.put(signature, clock.instant().plus(ADDRESS_LASTS));
        return signature;
    }

    public synchronized void renew(UploadedFile file) {
        file.pending("azureStorageUriRenewalPending", "azureStorageUriRenewalSuccess", polls);
    }

    public synchronized void expire(UploadedFile file) {
        file.addresses.clear();
    }

    /** Checks a file as long as that takes; those who ask meanwhile are told that it is pending. */
    public void committing(UploadedFile file, JsonNode encryption, boolean good) {
        synchronized (this) {
            file.pending("commitFilePending", "commitFilePending", Integer.MAX_VALUE);
        }
        Thread.ofVirtual().start(() -> checked(file, good && isGood(file, encryption)));
    }

    private boolean isGood(UploadedFile file, JsonNode encryption) {
        try {
            Path clear = folder.resolve(file.id + ".clear");
            file.clear = clear;
            return CommitCheck.isGood(file, encryption, clear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void checked(UploadedFile file, boolean good) {
        file.pending("commitFilePending", good ? "commitFileSuccess" : "commitFileFailed", polls);
    }

    synchronized Optional<UploadedFile> blob(String id, String signature) {
        return Optional.ofNullable(blobs.get(id))
                .filter(file -> file.addresses.containsKey(signature)
                        && file.addresses.get(signature).isAfter(clock.instant()));
    }

    synchronized Optional<UploadedFile> blob(String id) {
        return Optional.ofNullable(blobs.get(id));
    }

    public Path folder() {
        return folder;
    }

    /** What is in a tenant's Intune, oldest first. */
    public synchronized List<SimulatedApp> apps(UUID tenant) {
        return of(tenant).values().stream().map(this::snapshot).toList();
    }

    private SimulatedApp snapshot(App app) {
        Object tags = app.fields.get("roleScopeTagIds");
        return new SimulatedApp(
                app.id,
                app.text("displayName"),
                app.text("displayVersion"),
                app.text("notes"),
                app.committed == null ? "notPublished" : "published",
                app.committed,
                app.assignments.stream().map(IntuneApplications::words).toList(),
                java.util.Set.copyOf(app.categories),
                tags instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(),
                app.fields.get("largeIcon") instanceof Map<?, ?> icon ? String.valueOf(icon.get("value")) : null,
                app.text("installCommandLine"),
                app.text("uninstallCommandLine"),
                json.writeValueAsString(app.fields.getOrDefault("rules", List.of())));
    }

    private static String words(Map<String, Object> assignment) {
        Map<?, ?> target = (Map<?, ?>) assignment.get("target");
        String type = String.valueOf(target.get("@odata.type"));
        String whom = switch (type) {
            case "#microsoft.graph.groupAssignmentTarget" -> "group " + target.get("groupId");
            case "#microsoft.graph.exclusionGroupAssignmentTarget" -> "not group " + target.get("groupId");
            case "#microsoft.graph.allLicensedUsersAssignmentTarget" -> "allUsers";
            case "#microsoft.graph.allDevicesAssignmentTarget" -> "allDevices";
            default -> type;
        };
        Object filter = target.get("deviceAndAppManagementAssignmentFilterId");
        return assignment.get("intent") + " " + whom + (filter == null ? "" : " filter " + filter);
    }

    /** The zip of an application's content, decrypted. */
    public synchronized Path content(UUID tenant, String id) {
        App app = app(tenant, id);
        Map<String, UploadedFile> files = app.contents.get(String.valueOf(app.committed));
        return files.values().stream()
                .filter(file -> file.clear != null)
                .findFirst()
                .map(file -> file.clear)
                .orElseThrow();
    }

    private App app(UUID tenant, String id) {
        App app = of(tenant).get(id);
        if (app == null) {
            throw new IllegalArgumentException("No application " + id);
        }
        return app;
    }

    /** An administrator assigns it in Intune. */
    public synchronized void assignByHand(UUID tenant, String id, UUID group, String intent) {
        app(tenant, id)
                .assignments
                .add(Map.of(
                        "@odata.type",
                        "#microsoft.graph.mobileAppAssignment",
                        "intent",
                        intent,
                        "target",
                        Map.of("@odata.type", "#microsoft.graph.groupAssignmentTarget", "groupId", group.toString())));
    }

    /** An administrator deletes it in Intune. */
    public synchronized void deleteByHand(UUID tenant, String id) {
        of(tenant).remove(app(tenant, id).id);
    }

    /** An administrator makes one that is none of Patchbay's. */
    public synchronized String createByHand(UUID tenant, String name) {
        App app = create(
                directory.tenant(tenant),
                Map.of("@odata.type", "#microsoft.graph.win32LobApp", "displayName", name, "publisher", "Somebody"));
        app.committed = "1";
        return app.id;
    }

    /** One application needs another one, which therefore cannot be deleted before it. */
    public synchronized void relate(UUID tenant, String needing, String needed) {
        app(tenant, needed).neededBy.add(app(tenant, needing).id);
    }

    /** Replaces all of its assignments. */
    public synchronized void assign(App app, List<Map<String, Object>> assignments) {
        app.assignments.clear();
        app.assignments.addAll(assignments);
    }

    /** As Graph gives it. */
    public synchronized Map<String, Object> describe(App app, boolean withAssignments) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("@odata.type", "#microsoft.graph.win32LobApp");
        all.put("id", app.id);
        all.putAll(app.fields);
        all.putIfAbsent("displayVersion", null);
        all.putIfAbsent("notes", "");
        all.put("createdDateTime", app.created.toString());
        all.put("lastModifiedDateTime", app.modified.toString());
        all.put("publishingState", app.committed == null ? "notPublished" : "published");
        all.put("committedContentVersion", app.committed);
        all.putIfAbsent("largeIcon", null);
        all.put("isAssigned", !app.assignments.isEmpty());
        all.put("dependentAppCount", app.neededBy.size());
        if (withAssignments) {
            all.put("assignments", describeAssignments(app));
        }
        return all;
    }

    public synchronized List<Map<String, Object>> describeAssignments(App app) {
        List<Map<String, Object>> described = new ArrayList<>();
        for (Map<String, Object> assignment : app.assignments) {
            Map<String, Object> one = new LinkedHashMap<>(assignment);
            one.remove("@odata.type");
            one.put(
                    "id",
                    UUID.nameUUIDFromBytes(
                                    (app.id + words(assignment)).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            + "_1_0");
            one.putIfAbsent("settings", null);
            described.add(one);
        }
        return described;
    }

    /** Names of applications by how often they are there. */
    public synchronized Map<String, Long> names(UUID tenant) {
        return of(tenant).values().stream()
                .collect(Collectors.groupingBy(
                        app -> app.text("displayName") + " " + app.text("displayVersion"),
                        LinkedHashMap::new,
                        Collectors.counting()));
    }
}
