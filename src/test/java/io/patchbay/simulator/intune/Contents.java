package io.patchbay.simulator.intune;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The contents of applications: versions, files, their blobs, and how they come into use. Safe for many threads. */
@SimulatorComponent
public final class Contents {
    private final Map<String, UploadedFile> blobs = new ConcurrentHashMap<>();
    private final MovableClock clock;
    private final ServiceTimes times;
    private final TenantApps apps;
    private final Path folder;
    private volatile int polls = 1;

    Contents(MovableClock clock, ServiceTimes times, TenantApps apps) throws IOException {
        this.clock = clock;
        this.times = times;
        this.apps = apps;
        this.folder = Files.createTempDirectory("simulated-intune");
        folder.toFile().deleteOnExit();
    }

    void reset() {
        blobs.values().forEach(Contents::forget);
        blobs.clear();
        polls = 1;
    }

    void polls(int times) {
        polls = times;
    }

    /** Where blobs are kept. */
    Path folder() {
        return folder;
    }

    /** Nothing of an application's content is kept. */
    public void forget(App app) {
        for (ContentVersion version : app.versions()) {
            for (UploadedFile file : version.files()) {
                forget(file);
                blobs.remove(file.id);
            }
        }
    }

    private static void forget(UploadedFile file) {
        try {
            file.forget();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ContentVersion open(App app) {
        return app.open(clock.instant());
    }

    public ContentVersion version(App app, String id, boolean write) {
        ContentVersion version = app.version(id);
        apps.requireAppeared(version.opened(), id, write);
        return version;
    }

    /** The file of a version, unless it, or its being committed, has not appeared yet (P6). */
    public UploadedFile file(App app, String version, String id, boolean write) {
        UploadedFile file = version(app, version, write).file(id);
        apps.requireAppeared(file.created, id, write);
        apps.requireAppeared(file.committedAt(), id, write);
        return file;
    }

    public UploadedFile announce(ContentVersion version, String name, long size, long sizeEncrypted) {
        UploadedFile file = new UploadedFile(name, size, sizeEncrypted, polls, clock.instant());
        version.add(file);
        blobs.put(file.id, file);
        return file;
    }

    public void poll(UploadedFile file) {
        file.poll(clock.instant(), times.address());
    }

    public void renew(UploadedFile file, boolean good) {
        Instant now = clock.instant();
        file.renewing(now);
        file.pending(
                "azureStorageUriRenewalPending",
                good ? "azureStorageUriRenewalSuccess" : "azureStorageUriRenewalFailed",
                polls,
                now);
    }

    /** Checks a file as long as that takes, and {@link ServiceTimes#commit} says; those who ask meanwhile are told so. */
    public void commit(UploadedFile file, JsonNode encryption, boolean good) {
        Instant from = clock.instant().plus(times.commit());
        file.pending("commitFilePending", "commitFilePending", Integer.MAX_VALUE, from);
        Thread.ofVirtual()
                .start(() -> file.pending(
                        "commitFilePending",
                        good && isGood(file, encryption) ? "commitFileSuccess" : "commitFileFailed",
                        polls,
                        from));
    }

    /** It is being committed for ever (P9). */
    public void commitForEver(UploadedFile file) {
        file.stay("commitFilePending");
    }

    /** There will be no address for it. */
    public void giveUp(UploadedFile file) {
        file.stay("azureStorageUriRequestTimedOut");
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

    /** A version comes into use, unless a file of it was committed only a moment ago (P5). */
    public void use(App app, String version, Map<String, Object> change) {
        Instant now = clock.instant();
        Duration settling = times.activation();
        boolean settled = app.version(version).files().stream()
                .filter(UploadedFile::isCommitted)
                .noneMatch(file -> now.isBefore(file.committedAt().plus(settling)));
        if (!settled) {
            throw IntuneRefusal.badRequest("All AppFiles must be committed before committing an application.");
        }
        app.use(version, change, now, times.processing());
    }

    Optional<UploadedFile> blob(String id) {
        return Optional.ofNullable(blobs.get(id));
    }
}
