package io.patchbay.environment.disconnect;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of the consents after disconnects. */
@Repository
class ConsentStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    RemainingConsent of(UUID run) {
        return jdbc.sql("""
                select consent_watched_until, consent_checked_at, consent_revoked_at from disconnect_run
                where company_id = ? and run_id = ?
                """)
                .params(Current.company().value(), run)
                .query((rs, row) -> consent(
                        Timestamps.instantOrNull(rs, "consent_watched_until"),
                        Timestamps.instantOrNull(rs, "consent_checked_at"),
                        Timestamps.instantOrNull(rs, "consent_revoked_at")))
                .single();
    }

    private RemainingConsent consent(@Nullable Instant until, @Nullable Instant checked, @Nullable Instant revoked) {
        var watched = revoked == null && until != null && clock.instant().isBefore(until);
        return new RemainingConsent(watched, until, checked, revoked);
    }

    void watch(UUID run, Instant until) {
        jdbc.sql("update disconnect_run set consent_watched_until = ? where company_id = ? and run_id = ?")
                .params(Timestamps.utc(until), Current.company().value(), run)
                .update();
    }

    void checked(UUID run, Instant at) {
        jdbc.sql("update disconnect_run set consent_checked_at = ? where company_id = ? and run_id = ?")
                .params(Timestamps.utc(at), Current.company().value(), run)
                .update();
    }

    /** Whether this is the first time that it was seen. */
    boolean revoked(UUID run, Instant at) {
        return jdbc.sql("""
                        update disconnect_run set consent_revoked_at = ?
                        where company_id = ? and run_id = ? and consent_revoked_at is null
                        """)
                        .params(Timestamps.utc(at), Current.company().value(), run)
                        .update()
                == 1;
    }
}
