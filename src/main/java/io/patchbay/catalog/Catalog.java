package io.patchbay.catalog;

import io.patchbay.catalog.manifest.VersionKey;
import io.patchbay.catalog.store.ReleaseStore;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the App Catalog holds. It is the same for every company, and may be asked without one. */
@Service
public class Catalog {

    private final ReleaseStore releases;

    Catalog(ReleaseStore releases) {
        this.releases = releases;
    }

    /** A version of an application, also one that was withdrawn. */
    @Transactional(readOnly = true)
    public Optional<Release> release(AppId app, String version) {
        return releases.find(app, version);
    }

    /** The newest version, by WinGet's order, of those that were seen at that time and are not withdrawn today. */
    @Transactional(readOnly = true)
    public Optional<Release> newest(AppId app, Instant seenBefore) {
        return releases.newest(app, seenBefore);
    }

    /** The same of several, by application; those without one are left out. */
    @Transactional(readOnly = true)
    public Map<AppId, Release> newest(Collection<AppId> apps, Instant seenBefore) {
        return apps.isEmpty() ? Map.of() : releases.newest(apps, seenBefore);
    }

    /** The versions that are not withdrawn, newest first by WinGet's order. */
    @Transactional(readOnly = true)
    public List<String> versions(AppId app) {
        return releases.versions(app);
    }

    /** Whether the one version is newer than the other, by WinGet's order. */
    public boolean isNewer(String version, String than) {
        return Arrays.compareUnsigned(VersionKey.of(version), VersionKey.of(than)) > 0;
    }

    /** The application of that name and publisher; empty where there is none, or more than one. */
    @Transactional(readOnly = true)
    public Optional<AppId> called(String name, String publisher) {
        var found = releases.called(name, publisher);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** What the applications are called; those the catalog never held are left out. */
    @Transactional(readOnly = true)
    public Map<AppId, String> names(Collection<AppId> apps) {
        return apps.isEmpty() ? Map.of() : releases.names(apps);
    }
}
