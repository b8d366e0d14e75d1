package io.patchbay.catalog.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a manifest or of a part of it. Every value is a text, whatever it looks like. */
record ManifestNode(Map<?, ?> all) {

    static final ManifestNode NONE = new ManifestNode(Map.of());

    private static final int LONGEST_WORD = 64;

    /** The text, or null where the field is missing or empty. */
    @Nullable
    String text(String field, int longest) throws BadManifestException {
        var value = all.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw new BadManifestException(field + " isn't text");
        }
        if (text.length() > longest) {
            throw new BadManifestException(field + " is longer than " + longest + " characters");
        }
        var clean = text.replaceAll("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]", "")
                .strip();
        return clean.isEmpty() ? null : clean;
    }

    String required(String field, int longest) throws BadManifestException {
        var text = text(field, longest);
        if (text == null) {
            throw new BadManifestException(field + " is missing");
        }
        return text;
    }

    /** The inner fields; none where the field is missing. */
    ManifestNode inner(String field) throws BadManifestException {
        var value = all.get(field);
        if (value == null || "".equals(value)) {
            return NONE;
        }
        if (value instanceof Map<?, ?> map) {
            return new ManifestNode(map);
        }
        throw new BadManifestException(field + " has no fields");
    }

    /** The fields of each element of a list; no elements where the field is missing. */
    List<ManifestNode> each(String field, int most) throws BadManifestException {
        var elements = new ArrayList<ManifestNode>();
        for (var element : list(field, most)) {
            if (!(element instanceof Map<?, ?> map)) {
                throw new BadManifestException(field + " has an entry without fields");
            }
            elements.add(new ManifestNode(map));
        }
        return elements;
    }

    List<?> list(String field, int most) throws BadManifestException {
        var value = all.get(field);
        if (value == null || "".equals(value)) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new BadManifestException(field + " isn't a list");
        }
        if (list.size() > most) {
            throw new BadManifestException(field + " has more than " + most + " elements");
        }
        return list;
    }

    /** The constant of the enum that the field names, in whatever case. */
    <E extends Enum<E>> E oneOf(Class<E> type, String field) throws BadManifestException {
        var word = required(field, LONGEST_WORD);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new BadManifestException(field + " has an unknown value: " + word));
    }

    boolean has(String field) {
        return all.containsKey(field);
    }

    /** These, with others on top. */
    ManifestNode under(ManifestNode others) {
        var merged = new LinkedHashMap<Object, Object>(all);
        merged.putAll(others.all);
        return new ManifestNode(merged);
    }

    ManifestNode with(String field, Map<?, ?> value) {
        var changed = new LinkedHashMap<Object, Object>(all);
        changed.put(field, value);
        return new ManifestNode(changed);
    }
}
