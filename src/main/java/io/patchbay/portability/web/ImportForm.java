package io.patchbay.portability.web;

import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.portability.transfer.ImportChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose of a file.
 *
 * @param pieces the keys of those that are to be made
 * @param group the groups that were asked for, and last an empty text
 * @param place what takes their place, in the same order: the identifier of a group, {@link #LEAVE_OUT}, or empty where nobody
 *     said
 * @param typed identifiers that were typed instead, in the same order; none where the form did not ask
 * @param channel the keys of pieces whose address was asked for, and last an empty text
 * @param address what was typed, in the same order
 */
public record ImportForm(
        @Nullable List<String> pieces,
        @Nullable List<String> group,
        @Nullable List<String> place,
        @Nullable List<String> typed,
        @Nullable List<String> channel,
        @Nullable List<String> address) {

    /** Says that a group is left out. */
    public static final String LEAVE_OUT = "leave-out";

    private static final int AT_MOST = 5_000;

    ImportChoice choice() {
        return new ImportChoice(pieces == null ? Set.of() : Set.copyOf(pieces), groups(), addresses());
    }

    private Map<UUID, @Nullable UUID> groups() {
        var groups = new HashMap<UUID, @Nullable UUID>();
        var instead = typed == null ? Map.<String, String>of() : paired("typed", group, typed);
        paired("group", group, place).forEach((id, offered) -> {
            var written = instead.getOrDefault(id, "");
            var chosen = written.isEmpty() ? offered : written;
            if (!chosen.isEmpty()) {
                groups.put(
                        uuid(id, "group"),
                        chosen.equals(LEAVE_OUT) ? null : written.isEmpty() ? uuid(chosen, "place") : typed(written));
            }
        });
        return groups;
    }

    private static UUID typed(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ConflictException("copy.group.typedWrong", text);
        }
    }

    private static UUID uuid(String text, String field) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("problem.parameter", field);
        }
    }

    private Map<String, String> addresses() {
        return paired("address", channel, address);
    }

    private static Map<String, String> paired(
            String field, @Nullable List<String> keys, @Nullable List<String> values) {
        if (keys == null && values == null) {
            return Map.of();
        }
        if (keys == null || values == null || keys.size() != values.size() || keys.size() > AT_MOST) {
            throw new InvalidRequestException("problem.parameter", field);
        }
        var pairs = new HashMap<String, String>();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).isEmpty()) {
                pairs.put(keys.get(i), values.get(i).strip());
            }
        }
        return pairs;
    }
}
