package io.patchbay.event.chain;

import io.patchbay.event.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the log as one line that others can check. Never to be changed: the digests of all existing entries are made of
 * it. A line's digest is SHA-256 over the digest of the line before and the line up to {@code ,"hash":}.
 */
public final class SealedEntry {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SealedEntry() {}

    /** The line with its digest at the end. */
    public static String line(String content, byte[] digest) {
        return content + ",\"hash\":\"" + HexFormat.of().formatHex(digest) + "\"}";
    }

    /** The line without its end. */
    public static String content(long seq, RecordedEvent event) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("seq", seq);
        fields.put("id", event.id().toString());
        fields.put("occurredAt", event.occurredAt().toString());
        fields.put("type", event.type());
        fields.put("title", event.title());
        fields.put("description", event.description());
        fields.put("category", event.category().name());
        fields.put("operation", event.operation().name());
        fields.put("severity", event.severity().name());
        fields.put("actorKind", event.actorKind());
        fields.put("actorName", event.actorName());
        fields.put("actorEmail", event.actorEmail());
        fields.put("actorTenantId", text(event.actorTenantId()));
        fields.put("actorObjectId", text(event.actorObjectId()));
        fields.put("address", event.address());
        fields.put("userAgent", event.userAgent());
        fields.put("correlationId", event.correlationId());
        fields.put("environmentId", text(event.environmentId()));
        fields.put("tenantId", text(event.tenantId()));
        fields.put("details", new TreeMap<>(event.details()));
        var json = JSON.writeValueAsString(fields);
        return json.substring(0, json.length() - 1);
    }

    /** The digest of a line. */
    public static byte[] digest(byte[] before, String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
