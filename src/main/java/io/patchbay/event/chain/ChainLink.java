package io.patchbay.event.chain;

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
final class ChainLink {

    private static final int FORM = 1;
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private ChainLink() {}

    /** An event with its place in the chain. */
    static byte[] of(CompanyId company, long seq, byte[] before, RecordedEvent event) {
        var link = new ChainLink();
        link.add("event").add(FORM).add(company).add(seq).add(before);
        link.add(event.id()).add(event.occurredAt()).add(event.type()).add(event.title());
        link.add(event.description()).add(event.category().name());
        link.add(event.operation().name()).add(event.severity().name());
        link.add(event.actorKind()).add(event.actorName()).add(event.actorEmail());
        link.add(event.actorTenantId()).add(event.actorObjectId());
        link.add(event.address()).add(event.userAgent()).add(event.correlationId());
        link.add(event.environmentId())
                .add(event.tenantId())
                .add(event.details().size());
        new TreeMap<>(event.details()).forEach((name, value) -> link.add(name).add(value));
        return link.bytes.toByteArray();
    }

    /** An end of the chain. */
    static byte[] end(String which, CompanyId company, long seq, byte[] hash) {
        return new ChainLink()
                .add(which)
                .add(FORM)
                .add(company)
                .add(seq)
                .add(hash)
                .bytes
                .toByteArray();
    }

    private ChainLink add(@Nullable Object part) {
        return part == null ? add(ABSENT, new byte[0]) : add(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    private ChainLink add(byte[] part) {
        return add(part.length, part);
    }

    private ChainLink add(int length, byte[] part) {
        try {
            out.writeInt(length);
            out.write(part);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
