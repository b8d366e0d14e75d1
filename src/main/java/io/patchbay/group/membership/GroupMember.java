package io.patchbay.group.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who came by.
 *
 * @param memberOf the groups they are in, of those that were asked about
 * @param answeredAt when Microsoft said so, null where it must say so anew
 * @param askedAt when it was last asked
 * @param problem why it gave no answer then
 */
public record GroupMember(
        Set<UUID> memberOf,
        @Nullable Instant answeredAt,
        @Nullable Instant askedAt,
        @Nullable GroupProblem problem) {

    public static final GroupMember UNKNOWN = new GroupMember(Set.of(), null, null, null);

    /** Whoever is taken out of a group is out of the portal after this time at the latest. */
    static final Duration VALID_FOR = Duration.ofMinutes(15);

    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(10);
    private static final Duration PAUSE_AFTER_PROBLEM = Duration.ofSeconds(30);

    /** Whether what is known still counts. */
    public boolean isValidAt(Instant now) {
        return answeredAt != null && now.isBefore(answeredAt.plus(VALID_FOR));
    }

    /** Whether to ask: some time before what is known stops counting, so that a short outage turns nobody away. */
    public boolean isDueAt(Instant now) {
        var fresh = answeredAt != null && now.isBefore(answeredAt.plus(ASKED_AGAIN_AFTER));
        return !fresh && !pausedAt(now);
    }

    private boolean pausedAt(Instant now) {
        return problem != null && askedAt != null && now.isBefore(askedAt.plus(PAUSE_AFTER_PROBLEM));
    }

    /** Whether they were turned away when Microsoft was last asked, because it did not answer. */
    public boolean refused() {
        return problem != null && askedAt != null && !isValidAt(askedAt);
    }
}
