package io.patchbay.event.log;

import io.patchbay.event.RecordedEvent;
import io.patchbay.platform.tenancy.CompanyId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is hashed: each part with its length before it, so that no two entries can look the same. */
public final class EventBytes {

    private static final int FORM = 1;
    private static final int FORM_WITH_DIGEST = 2;
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private EventBytes() {}

    /** An event with its place in the chain. */
    public static byte[] link(CompanyId company, long seq, byte[] before, RecordedEvent event) {
        return new EventBytes()
                .add("event")
                .add(FORM)
                .add(company)
                .add(seq)
                .add(before)
                .add(event)
                .bytes
                .toByteArray();
    }

    /** An event that waits for its place. */
    static byte[] note(CompanyId company, RecordedEvent event) {
        return new EventBytes()
                .add("note")
                .add(FORM)
                .add(company)
                .add(event)
                .bytes
                .toByteArray();
    }

    /** An end of the chain; without a digest as earlier versions wrote it. */
    public static byte[] end(String which, CompanyId company, long seq, byte[] hash, byte @Nullable [] digest) {
        var end = new EventBytes()
                .add(which)
                .add(digest == null ? FORM : FORM_WITH_DIGEST)
                .add(company)
                .add(seq)
                .add(hash);
        return (digest == null ? end : end.add(digest)).bytes.toByteArray();
    }

    private EventBytes add(RecordedEvent event) {
        add(event.id()).add(event.occurredAt()).add(event.type()).add(event.title());
        add(event.description()).add(event.category().name());
        add(event.operation().name()).add(event.severity().name());
        add(event.actorKind()).add(event.actorName()).add(event.actorEmail());
        add(event.actorTenantId()).add(event.actorObjectId());
        add(event.address()).add(event.userAgent()).add(event.correlationId());
        add(event.environmentId()).add(event.tenantId()).add(event.details().size());
        new TreeMap<>(event.details()).forEach((name, value) -> add(name).add(value));
        return this;
    }

    private EventBytes add(@Nullable Object part) {
        return part == null ? add(ABSENT, new byte[0]) : add(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    private EventBytes add(byte[] part) {
        return add(part.length, part);
    }

    private EventBytes add(int length, byte[] part) {
        try {
            out.writeInt(length);
            out.write(part);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
