package io.patchbay.environment;

import io.patchbay.platform.problem.ConflictException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which groups of a tenant take the place of those that a file names. */
public final class GroupMapping {

    private final Map<UUID, MappedGroup> groups;

    /** With what became of each group of the file, by its identifier there. */
    public GroupMapping(Map<UUID, MappedGroup> groups) {
        this.groups = new HashMap<>(groups);
    }

    /** What became of a group. */
    public sealed interface MappedGroup {

        /**
         * It is that one.
         *
         * @param byName whether only its name says so, and nobody confirmed it
         */
        record Found(UUID id, String name, boolean byName) implements MappedGroup {

            /** One that has the identifier, or that somebody chose. */
            public Found(UUID id, String name) {
                this(id, name, false);
            }
        }

        /** Somebody has to say which of these it is, and did not. */
        record Unclear(Map<UUID, String> candidates) implements MappedGroup {}

        /** Somebody said that it is left out. */
        record LeftOut() implements MappedGroup {}
    }

    /**
     * The group that takes its place; empty where it is left out.
     *
     * @throws ConflictException where nobody said which it is
     */
    public Optional<MappedGroup.Found> of(UUID group, @Nullable String name) {
        return switch (groups.get(group)) {
            case MappedGroup.Found found -> Optional.of(found);
            case MappedGroup.LeftOut leftOut -> Optional.empty();
            case MappedGroup.Unclear unclear -> throw unclear(group, name);
            case null -> throw unclear(group, name);
        };
    }

    private static ConflictException unclear(UUID group, @Nullable String name) {
        return new ConflictException("copy.group.unclear", name == null ? group : name);
    }

    /** Whether it is known of all of them what takes their place. */
    public boolean knows(Collection<UUID> some) {
        return some.stream().allMatch(id -> groups.get(id) != null && !(groups.get(id) instanceof MappedGroup.Unclear));
    }
}
