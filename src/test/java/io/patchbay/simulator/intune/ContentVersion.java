package io.patchbay.simulator.intune;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A version of an application's content with its files. Safe for many threads. */
public final class ContentVersion {
    private final String id;
    private final Instant opened;
    private final Map<String, UploadedFile> files = new LinkedHashMap<>();

    ContentVersion(String id, Instant opened) {
        this.id = id;
        this.opened = opened;
    }

    public String id() {
        return id;
    }

    Instant opened() {
        return opened;
    }

    synchronized void add(UploadedFile file) {
        files.put(file.id, file);
    }

    public synchronized List<UploadedFile> files() {
        return List.copyOf(files.values());
    }

    public synchronized UploadedFile file(String file) {
        UploadedFile found = files.get(file);
        if (found == null) {
            throw IntuneRefusal.notFound(file);
        }
        return found;
    }

    /** Whether it has files and every one of them is committed. */
    synchronized boolean isWhole() {
        return !files.isEmpty() && files.values().stream().allMatch(UploadedFile::isCommitted);
    }
}
