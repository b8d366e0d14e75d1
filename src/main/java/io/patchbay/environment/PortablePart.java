package io.patchbay.environment;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a connection can be taken along in a file, and made anew of the file on a later connection; implemented as a bean by
 * each module that has such things. The order of the beans is the order in which they are made.
 *
 * @param <T> one piece as it stands in the file. Fields are added to it but never removed, renamed or given another meaning,
 *     so that files of former versions are read; it holds no secret
 */
public interface PortablePart<T> {

    /**
     * The name of its file without the ending, by which the messages know it too: {@code copy.part.<name>}. Never changes;
     * {@code copy/schema/<name>.json} among the resources describes it.
     */
    String name();

    Class<T> type();

    /** What belongs to the environment, what others need first; asked inside a transaction, so it must not call Microsoft. */
    List<T> pieces(EnvironmentId environment);

    /** Pictures that the pieces name, by file name; asked inside the same transaction. */
    default Map<String, byte[]> pictures(EnvironmentId environment) {
        return Map.of();
    }

    /** The groups of the tenant that a piece names, by identifier. */
    default Map<UUID, String> groups(T piece) {
        return Map.of();
    }

    /** What somebody has to be allowed who makes them. */
    Capability needed();

    /**
     * Begins to make pieces anew. Asked outside of any transaction, so it may call Microsoft.
     *
     * @param all those of the file
     * @param groups which groups of the tenant take the place of those in the file
     */
    PartImport<T> importing(EnvironmentId environment, List<T> all, GroupMapping groups);

    /** Pieces that are made anew. */
    interface PartImport<T> {

        /** What would become of each piece, in their order. */
        List<Prospect> prospects();

        /**
         * Makes one, with the checks and events that it has when somebody makes it by a form. Asked outside of any transaction.
         *
         * @param number its place
         * @param supplied what stands beside the file
         * @return what is shown of it this once
         * @throws RuntimeException where it cannot be made, with a reason for people where it is one of {@code
         *     platform.problem}
         */
        Optional<String> make(int number, Supplied supplied);
    }

    /**
     * What a piece needs besides what the file says of it.
     *
     * @param address where a channel leads to, as somebody typed it; empty where nobody did
     * @param pictures those of the file, by name
     */
    record Supplied(String address, Map<String, byte[]> pictures) {}

    /** What becomes of a piece. */
    enum Fate {
        /** It can be made. */
        NEW,
        /** It was made before, or something else that is the same. */
        THERE,
        /** It cannot be made. */
        IMPOSSIBLE
    }

    /**
     * What would become of a piece.
     *
     * @param name by which people know it
     * @param detail what else tells it from others
     * @param reason why it cannot be made, or what speaks against it; null for nothing
     * @param wantsAddress whether its address has to be typed
     */
    record Prospect(
            String name, String detail, Fate fate, @Nullable String reason, boolean wantsAddress) {

        /** One that can be made as it is. */
        public static Prospect possible(String name, String detail) {
            return new Prospect(name, detail, Fate.NEW, null, false);
        }

        /** One that is there already. */
        public static Prospect there(String name, String detail) {
            return new Prospect(name, detail, Fate.THERE, null, false);
        }

        /** One that cannot be made for that reason. */
        public static Prospect impossible(String name, String detail, String reason) {
            return new Prospect(name, detail, Fate.IMPOSSIBLE, reason, false);
        }

        /** The same, against which something speaks. */
        public Prospect doubtful(String doubt) {
            return new Prospect(name, detail, fate, doubt, wantsAddress);
        }

        public boolean possible() {
            return fate == Fate.NEW;
        }

        /** Whether it is made unless somebody decides otherwise. */
        public boolean proposed() {
            return possible() && reason == null && !wantsAddress;
        }
    }
}
