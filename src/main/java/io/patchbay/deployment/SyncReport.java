package io.patchbay.deployment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a synchronization came to.
 *
 * @param checked how many deployments it looked at
 * @param publishing the versions whose publishing it began
 * @param removed the old versions that it removed from Intune
 * @param byHand the old versions that it left, since somebody assigned them
 * @param gone the versions that somebody had deleted from Intune
 * @param problems what kept it from its work
 * @param skipped why it did nothing at all; null where it worked
 */
public record SyncReport(
        int checked,
        List<String> publishing,
        List<String> removed,
        List<String> byHand,
        List<String> gone,
        List<String> problems,
        @Nullable String skipped) {

    /** Whether it did something, or somebody should know why not. */
    public boolean worthTelling() {
        return skipped != null
                || !(publishing.isEmpty()
                        && removed.isEmpty()
                        && byHand.isEmpty()
                        && gone.isEmpty()
                        && problems.isEmpty());
    }

    public static SyncReport empty() {
        return new SyncReport(
                0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), null);
    }

    public static SyncReport skipped(String why) {
        return new SyncReport(0, List.of(), List.of(), List.of(), List.of(), List.of(), why);
    }

    public SyncReport checked(int count) {
        return new SyncReport(count, publishing, removed, byHand, gone, problems, skipped);
    }
}
