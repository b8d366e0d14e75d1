package io.patchbay.simulator.intune;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The blocks of the blob, in the order of the last block list; empty before there was one. */
    public volatile List<Path> blocks = List.of();

    public volatile @Nullable Path clear;

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

    long length() throws IOException {
        long length = 0;
        for (Path block : blocks) {
            length += Files.size(block);
        }
        return length;
    }

    InputStream open() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        for (Path block : blocks) {
            streams.add(new BufferedInputStream(Files.newInputStream(block)));
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    public void poll() {
        if (pollsLeft-- <= 0) {
            state = next;
        }
    }
}
