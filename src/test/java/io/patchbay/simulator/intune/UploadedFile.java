package io.patchbay.simulator.intune;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of an application's content. */
public final class UploadedFile {
    public final String id = UUID.randomUUID().toString();
    public final String name;
    public final long size;
    public final long sizeEncrypted;
    public final Map<String, Instant> addresses = new LinkedHashMap<>();
    public String state = "azureStorageUriRequestPending";
    public String next = "azureStorageUriRequestSuccess";
    public int pollsLeft;

    public @Nullable Path blob;

    public @Nullable Path clear;

    UploadedFile(String name, long size, long sizeEncrypted, int polls) {
        this.name = name;
        this.size = size;
        this.sizeEncrypted = sizeEncrypted;
        this.pollsLeft = polls;
    }

    void pending(String now, String then, int polls) {
        state = now;
        next = then;
        pollsLeft = polls;
    }

    public void poll() {
        if (pollsLeft-- <= 0) {
            state = next;
        }
    }
}
