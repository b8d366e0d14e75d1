package io.patchbay.event.log;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

/** An event's details as the table keeps them, in JSON, which is read when they are asked for first. */
final class StoredDetails extends AbstractMap<String, String> {

    private final String stored;
    private final ObjectReader reader;
    private @Nullable Map<String, String> details;

    /** @param reader reads an object whose values are texts */
    StoredDetails(String stored, ObjectReader reader) {
        this.stored = stored;
        this.reader = reader;
    }

    private Map<String, String> details() {
        var known = details;
        if (known == null) {
            known = Collections.unmodifiableMap(reader.<Map<String, String>>readValue(stored));
            details = known;
        }
        return known;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        return details().get(name);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return details().entrySet();
    }
}
