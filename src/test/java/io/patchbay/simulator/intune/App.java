package io.patchbay.simulator.intune;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application's state, and what Intune allows in it. Safe for many threads. */
public final class App {
    /** Why an application that is not published is not changed, assigned or put into categories (P1, P4). */
    public static final String NOT_PUBLISHED = "Invalid operation: app's PublishingState is not 'Published'.";

    public final String id = UUID.randomUUID().toString();
    public final UUID tenant;
    public final Instant created;
    private final Map<String, Object> fields;
    private final List<Map<String, Object>> assignments = new ArrayList<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private final Map<String, ContentVersion> versions = new LinkedHashMap<>();
    private Instant modified;
    private @Nullable String committed;
    private Instant used = Instant.MAX;
    private Instant publishedFrom = Instant.MAX;

    App(UUID tenant, Instant now, Map<String, Object> fields) {
        this.tenant = tenant;
        this.created = now;
        this.modified = now;
        this.fields = new LinkedHashMap<>(fields);
    }

    /** Graph's {@code mobileAppPublishingState}. */
    public synchronized String publishingState(Instant now) {
        if (committed == null) {
            return "notPublished";
        }
        return now.isBefore(publishedFrom) ? "processing" : "published";
    }

    /** Refuses what needs a published application (P1, P4). */
    public void requirePublished(Instant now) {
        if (!publishingState(now).equals("published")) {
            throw IntuneRefusal.badRequest(NOT_PUBLISHED);
        }
    }

    public synchronized void change(Map<String, Object> change, Instant now) {
        requirePublished(now);
        take(change);
        modified = now;
    }

    private void take(Map<String, Object> change) {
        requireSameAccount(change);
        fields.putAll(change);
    }

    /** For whom it installs is said when it is made, and never again. */
    private void requireSameAccount(Map<String, Object> change) {
        Object before = account(fields);
        Object after = account(change);
        if (before != null && after != null && !before.equals(after)) {
            throw IntuneRefusal.badRequest("The 'RunAsAccount' property cannot be patched for the 'Win32LobApp' type");
        }
    }

    private static @Nullable Object account(Map<String, Object> said) {
        return said.get("installExperience") instanceof Map<?, ?> experience ? experience.get("runAsAccount") : null;
    }

    /** Opens a version of the content; before the first is in use there is no second one (P2). */
    synchronized ContentVersion open(Instant now) {
        if (committed == null && !versions.isEmpty()) {
            throw IntuneRefusal.badRequest(
                    "The mobile app content cannot be updated before the first content version is committed.");
        }
        ContentVersion version = new ContentVersion(String.valueOf(versions.size() + 1), now);
        versions.put(version.id(), version);
        return version;
    }

    /**
     * Makes a version the content, which has to be whole (P3). Whatever else is said of the application changes with it, and
     * it is processed for a while (P4).
     */
    synchronized void use(String id, Map<String, Object> change, Instant now, Duration processing) {
        ContentVersion version = version(id);
        if (!version.isWhole()) {
            throw IntuneRefusal.badRequest("All AppFiles must be committed before committing an application.");
        }
        take(change);
        committed = id;
        used = now;
        publishedFrom = now.plus(processing);
        modified = now;
    }

    /** When its content came into use; the end of time for one that has none. */
    synchronized Instant used() {
        return used;
    }

    /** It is published at once, for an application that somebody else has made. */
    synchronized void publishedByHand() {
        versions.put("1", new ContentVersion("1", created));
        committed = "1";
        publishedFrom = Instant.MIN;
    }

    public synchronized ContentVersion version(String id) {
        ContentVersion version = versions.get(id);
        if (version == null) {
            throw IntuneRefusal.notFound(id);
        }
        return version;
    }

    public synchronized List<ContentVersion> versions() {
        return List.copyOf(versions.values());
    }

    /** The version in use. */
    public synchronized @Nullable String committed() {
        return committed;
    }

    synchronized Instant modified() {
        return modified;
    }

    /** What was said of it when it was made, and since. */
    public synchronized Map<String, Object> fields() {
        return new LinkedHashMap<>(fields);
    }

    public synchronized String text(String field) {
        Object value = fields.get(field);
        return value == null ? "" : String.valueOf(value);
    }

    public synchronized List<Map<String, Object>> assignments() {
        return List.copyOf(assignments);
    }

    public synchronized void assign(List<Map<String, Object>> wanted, Instant now) {
        requirePublished(now);
        assignments.clear();
        assignments.addAll(wanted);
    }

    synchronized void assignByHand(Map<String, Object> assignment) {
        assignments.add(assignment);
    }

    public synchronized Set<String> categories() {
        return new LinkedHashSet<>(categories);
    }

    public synchronized void categorize(String category, boolean in, Instant now) {
        requirePublished(now);
        if (in) {
            categories.add(category);
        } else {
            categories.remove(category);
        }
    }
}
