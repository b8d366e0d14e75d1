package io.patchbay.event.web;

import io.patchbay.event.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every field of an event, for its page.
 *
 * @param environment its name; null where it is no more
 * @param tenant the name of the tenant it is about; null where that is not connected now
 * @param actorTenant the name of the tenant of who did it; null where that is not connected now
 * @param changes what was one thing before and another after
 * @param fields what else it carries
 */
public record EventView(
        RecordedEvent event,
        @Nullable String environment,
        @Nullable String tenant,
        @Nullable String actorTenant,
        List<Change> changes,
        Map<String, String> fields,
        String json,
        String permalink) {

    /** Something that changed. */
    public record Change(
            String what, @Nullable String before, @Nullable String after) {}

    static EventView of(
            RecordedEvent event,
            Map<UUID, String> environments,
            Map<UUID, String> tenants,
            String json,
            String permalink) {
        var fields = new LinkedHashMap<>(event.details());
        var changes = new ArrayList<Change>();
        for (var name : event.details().keySet()) {
            if (name.equals("before") || name.equals("after") || name.endsWith(" before") || name.endsWith(" after")) {
                changes.addAll(change(subject(name), fields));
            }
        }
        return new EventView(
                event,
                nameOf(event.environmentId(), environments),
                nameOf(event.tenantId(), tenants),
                nameOf(event.actorTenantId(), tenants),
                changes,
                fields,
                json,
                permalink);
    }

    private static @Nullable String nameOf(@Nullable UUID id, Map<UUID, String> names) {
        return id == null ? null : names.get(id);
    }

    private static String subject(String name) {
        return name.replaceAll(" ?(before|after)$", "");
    }

    /** Takes both sides out of the fields; where the other side was taken along already there is nothing left. */
    private static List<Change> change(String subject, Map<String, String> fields) {
        var prefix = subject.isEmpty() ? "" : subject + " ";
        var before = fields.remove(prefix + "before");
        var after = fields.remove(prefix + "after");
        if (before == null && after == null) {
            return List.of();
        }
        var named = subject.isEmpty() ? fields.remove("changed") : null;
        var bare = fields.remove(subject);
        return List.of(new Change(named == null ? subject : named, before, after == null ? bare : after));
    }
}
