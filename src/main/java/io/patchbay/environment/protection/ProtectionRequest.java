package io.patchbay.environment.protection;

import io.patchbay.environment.disconnect.DisconnectChoice;
import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for, and what became of it.
 *
 * @param connection what is to be disconnected; null for a change
 * @param protection of a disconnect, what it is subject to, whatever is changed meanwhile; of a change, what is wanted
 * @param correlation the correlation ID of the request, which the events of what it leads to carry as well
 * @param lapsesAt until when it can be confirmed
 * @param startsAt until when it can be canceled, where it waits
 * @param endedBy who refused or canceled it
 * @param reason why it was refused or canceled, or could not be done
 * @param run the disconnect it came to
 */
public record ProtectionRequest(
        UUID id,
        @Nullable ConnectionToEnd connection,
        Protection protection,
        Actor.Member person,
        @Nullable String correlation,
        Instant requestedAt,
        Instant lapsesAt,
        RequestStatus status,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant startsAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String reason,
        @Nullable UUID run) {

    /** How long a second person has to confirm. */
    public static final Duration CONFIRMED_WITHIN = Duration.ofDays(7);

    /**
     * A connection that is to be disconnected.
     *
     * @param choice what was confirmed
     */
    public record ConnectionToEnd(
            EnvironmentId environment, UUID tenantId, String tenantName, DisconnectChoice choice) {}

    /** One that is made now, for what {@code connection} and {@code protection} say. */
    static ProtectionRequest made(
            UUID id,
            @Nullable ConnectionToEnd connection,
            Protection protection,
            Actor.Member person,
            Instant now,
            RequestStatus status,
            @Nullable Instant startsAt) {
        return new ProtectionRequest(
                id,
                connection,
                protection,
                person,
                Correlation.current().orElse(null),
                now,
                now.plus(CONFIRMED_WITHIN),
                status,
                null,
                null,
                startsAt,
                null,
                null,
                null,
                null);
    }

    /** What it asks for. */
    public RequestKind kind() {
        return connection == null ? RequestKind.CHANGE : RequestKind.DISCONNECT;
    }

    /** Whether it is this person's own. */
    public boolean isBy(Actor actor) {
        return actor instanceof Actor.Human human && human.id().equals(person.id());
    }
}
