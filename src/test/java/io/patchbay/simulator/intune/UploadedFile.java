package io.patchbay.simulator.intune;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A file of an application's content, and how far it is. Safe for many threads. */
public final class UploadedFile {
    private static final Duration ADDRESS_LASTS = Duration.ofMinutes(10);

    public final String id = UUID.randomUUID().toString();
    public final String name;
    public final long size;
    public final long sizeEncrypted;
    public final Instant created;
    private final Map<String, Address> addresses = new LinkedHashMap<>();
    private String state = "azureStorageUriRequestPending";
    private String next = "azureStorageUriRequestSuccess";
    private int pollsLeft;
    private Instant nextFrom = Instant.MIN;
    private Instant committedAt = Instant.MAX;
    private @Nullable Address address;

    /** Blocks that came, by their identifiers in hexadecimal digits. */
    final Map<String, Path> staged = new ConcurrentHashMap<>();

    /** The blocks of the blob, in the order of the last block list; empty before there was one. */
    volatile List<Path> blocks = List.of();

    volatile @Nullable Path clear;

    /** A signed address: from when and until when the storage believes its signature. */
    public record Address(String signature, Instant usableFrom, Instant expires) {

        boolean isUsable(Instant now) {
            return !now.isBefore(usableFrom) && now.isBefore(expires);
        }
    }

    UploadedFile(String name, long size, long sizeEncrypted, int polls, Instant now) {
        this.name = name;
        this.size = size;
        this.sizeEncrypted = sizeEncrypted;
        this.pollsLeft = polls;
        this.created = now;
    }

    public synchronized String state() {
        return state;
    }

    public synchronized boolean isCommitted() {
        return state.equals("commitFileSuccess");
    }

    /** When it was committed; the end of time for one that was not. */
    synchronized Instant committedAt() {
        return committedAt;
    }

    /** It is in a state until it was asked for so often, and no sooner than then. */
    synchronized void pending(String now, String then, int polls, Instant from) {
        state = now;
        next = then;
        pollsLeft = polls;
        nextFrom = from;
    }

    synchronized void stay(String forGood) {
        pending(forGood, forGood, 0, Instant.MIN);
    }

    /** Somebody asks how far it is; a fresh address is believed by the storage only after a delay (P8). */
    synchronized void poll(Instant now, Duration addressDelay) {
        if (pollsLeft-- > 0 || now.isBefore(nextFrom)) {
            return;
        }
        boolean fresh = !state.equals(next) && next.startsWith("azureStorageUri") && next.endsWith("Success");
        if (!state.equals(next) && next.equals("commitFileSuccess")) {
            committedAt = now;
        }
        state = next;
        if (fresh) {
            Instant from = now.plus(addressDelay);
            address = new Address(UUID.randomUUID().toString().replace("-", ""), from, from.plus(ADDRESS_LASTS));
            addresses.put(address.signature(), address);
        }
    }

    /** The address to upload to, where there is one in this state. */
    public synchronized @Nullable Address address() {
        return state.startsWith("azureStorageUri") && state.endsWith("Success") ? address : null;
    }

    synchronized @Nullable Address address(String signature) {
        return addresses.get(signature);
    }

    /** No address is believed any more. */
    synchronized void expire() {
        addresses.clear();
    }

    /** An address that the storage does not believe yet is never believed once another one was asked for (P8). */
    synchronized void renewing(Instant now) {
        addresses.values().removeIf(one -> now.isBefore(one.usableFrom()));
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

    /** Nothing of it is kept on disk. */
    void forget() throws IOException {
        for (Path block : blocks) {
            Files.deleteIfExists(block);
        }
        for (Path block : staged.values()) {
            Files.deleteIfExists(block);
        }
        Path content = clear;
        if (content != null) {
            Files.deleteIfExists(content);
        }
    }
}
