package io.patchbay.environment.connection;

import io.patchbay.environment.Health;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.connection.CheckConclusion.Standing;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import io.patchbay.platform.problem.ConflictException;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands, with the rules by which that changes. The only mapping of these columns: the entity embeds it, and
 * the projections for pages select it.
 *
 * @param conclusion what is known
 * @param inconclusive why the last check did not confirm it; null where it did
 * @param pause null while it is not paused
 */
@Embeddable
public record ConnectionState(
        CheckConclusion conclusion,
        @Nullable InconclusiveCheck inconclusive,
        @Nullable Pause pause,
        boolean disconnecting) {

    static ConnectionState connected(@Nullable Diagnosis warning, Instant at) {
        return new ConnectionState(CheckConclusion.connected(warning, at), null, null, false);
    }

    /** What it means to the connection's owner. */
    public Health health() {
        if (disconnecting) {
            return new Health.Disconnecting();
        }
        return pause == null ? checked() : new Health.Paused(checked(), pause.by(), pause.at());
    }

    private Health checked() {
        var known = known();
        if (inconclusive == null) {
            return known;
        }
        return switch (inconclusive.reason()) {
            case OURS -> new Health.Ours(known);
            case UNKNOWN -> new Health.Unknown(known, inconclusive.since());
            case VERIFYING -> new Health.Verifying(known);
        };
    }

    private Health known() {
        return switch (conclusion.standing()) {
            case LOST -> new Health.Lost(conclusion.cause());
            case BLOCKED -> new Health.Blocked(conclusion.cause());
            case CONNECTED, DEGRADED -> permissions();
        };
    }

    private Health permissions() {
        if (!conclusion.missingUnwaived().isEmpty()) {
            return new Health.Degraded(RequiredPermission.named(conclusion.missingUnwaived()));
        }
        if (conclusion.missing().isEmpty()) {
            return conclusion.problem() == null ? new Health.Connected() : new Health.Warned(conclusion.cause());
        }
        return new Health.Reduced(RequiredPermission.named(conclusion.missing()));
    }

    ConnectionState concluded(Standing standing, @Nullable Diagnosis cause, Set<String> missing, Instant at) {
        return new ConnectionState(conclusion.followedBy(standing, cause, missing, at), null, pause, disconnecting);
    }

    ConnectionState inconclusive(InconclusiveCheck.Reason reason, ConsentProblem problem, Instant at) {
        var since = inconclusive != null && inconclusive.reason() == reason ? inconclusive.since() : at;
        return new ConnectionState(conclusion, new InconclusiveCheck(reason, problem, since), pause, disconnecting);
    }

    ConnectionState waive(RequiredPermission permission) {
        return with(conclusion.waive(permission));
    }

    ConnectionState endWaiver(RequiredPermission permission) {
        return with(conclusion.endWaiver(permission));
    }

    ConnectionState endWaivers() {
        return with(conclusion.waiving(Set.of()));
    }

    private ConnectionState with(CheckConclusion changed) {
        return new ConnectionState(changed, inconclusive, pause, disconnecting);
    }

    ConnectionState pause(String by, Instant at) {
        if (pause != null || disconnecting) {
            throw new ConflictException("connection.pausedAlready");
        }
        return new ConnectionState(conclusion, inconclusive, new Pause(at, by), false);
    }

    ConnectionState resume() {
        if (pause == null) {
            throw new ConflictException("connection.notPaused");
        }
        return new ConnectionState(conclusion, inconclusive, null, disconnecting);
    }

    ConnectionState disconnect() {
        if (disconnecting) {
            throw new ConflictException("disconnect.running");
        }
        return new ConnectionState(conclusion, inconclusive, pause, true);
    }
}
