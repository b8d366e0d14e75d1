package io.patchbay.support.grant;

import java.time.Duration;
import java.time.Instant;

/**
 * What a company lets Patchbay's support see.
 *
 * @param grantedBy the name of who granted it
 * @param endsAt from when on it counts no more
 */
public record SupportGrant(GrantedAccess access, Instant grantedAt, String grantedBy, Instant endsAt) {

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** One of the event log that goes on until somebody takes it back. */
    static SupportGrant lasting(Instant grantedAt, String grantedBy) {
        return new SupportGrant(GrantedAccess.EVENT_LOG, grantedAt, grantedBy, NEVER);
    }

    /** Whether it goes on until somebody takes it back. */
    public boolean lasts() {
        return endsAt.equals(NEVER);
    }

    /** How much support sees. */
    public enum GrantedAccess {
        EVENT_LOG,
        READ_ONLY;

        /** Whether it lets support see what the other is about. */
        public boolean covers(GrantedAccess other) {
            return compareTo(other) >= 0;
        }
    }

    /** For how long support may look. */
    public enum GrantPeriod {
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1)),
        THREE_DAYS(Duration.ofDays(3)),
        WEEK(Duration.ofDays(7));

        private final Duration length;

        GrantPeriod(Duration length) {
            this.length = length;
        }

        /** How long that is. */
        public Duration length() {
            return length;
        }
    }

    /** How long it still goes on, in whole minutes. */
    public TimeLeft left(Instant now) {
        var left = Duration.between(now, endsAt);
        return new TimeLeft(left.toHours(), left.toMinutesPart());
    }

    /** Hours and minutes. */
    public record TimeLeft(long hours, int minutes) {}

    /** Whether it has ended. */
    public boolean over(Instant now) {
        return !now.isBefore(endsAt);
    }
}
