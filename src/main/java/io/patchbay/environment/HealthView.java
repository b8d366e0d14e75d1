package io.patchbay.environment;

import io.patchbay.environment.connection.ConnectionState;
import io.patchbay.microsoft.identity.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection's health as pages show it.
 *
 * @param kind the state
 * @param cause the name of the problem, where one is known
 * @param aadsts Microsoft's code, where it gave one
 * @param permissions the permissions it is about
 * @param since since when it is like that, where that is known
 * @param known the state known before Microsoft could not be asked, or beneath a pause
 */
public record HealthView(
        HealthKind kind,
        @Nullable String cause,
        @Nullable Integer aadsts,
        List<RequiredPermission> permissions,
        @Nullable Instant since,
        @Nullable HealthView known) {

    private static final Duration STALE_AFTER = Duration.ofDays(1);

    /** The states that people tell apart; green only where nothing at all is to be said. */
    public enum HealthKind {
        CONNECTED,
        REDUCED,
        WARNED,
        DEGRADED,
        LOST,
        BLOCKED,
        OURS,
        UNKNOWN,
        VERIFYING,
        CHECKING,
        STALE,
        PAUSED,
        DISCONNECTING
    }

    /** The state now; where the last result is old, that it is known no longer. */
    public static HealthView of(ConnectionState state, Instant now) {
        var view = of(state.health(), state);
        var stale = state.conclusion().checkedAt().plus(STALE_AFTER).isBefore(now);
        return stale && state.inconclusive() == null && !view.disconnecting()
                ? over(HealthKind.STALE, null, view)
                : view;
    }

    private static HealthView of(Health health, ConnectionState state) {
        return switch (health) {
            case Health.Connected connected -> plain(HealthKind.CONNECTED, List.of(), state);
            case Health.Reduced(var waived) -> plain(HealthKind.REDUCED, waived, state);
            case Health.Degraded(var missing) -> plain(HealthKind.DEGRADED, missing, state);
            case Health.Warned(var cause) -> caused(HealthKind.WARNED, cause, state);
            case Health.Lost(var cause) -> caused(HealthKind.LOST, cause, state);
            case Health.Blocked(var cause) -> caused(HealthKind.BLOCKED, cause, state);
            case Health.Ours(var lastKnown) -> over(HealthKind.OURS, null, of(lastKnown, state));
            case Health.Unknown(var lastKnown, var since) -> unknown(since, of(lastKnown, state), state);
            case Health.Verifying(var lastKnown) -> over(HealthKind.VERIFYING, null, of(lastKnown, state));
            case Health.Paused(var beneath, var by, var since) -> over(HealthKind.PAUSED, since, of(beneath, state));
            case Health.Disconnecting disconnecting -> plain(HealthKind.DISCONNECTING, List.of(), state);
        };
    }

    private static HealthView plain(HealthKind kind, List<RequiredPermission> permissions, ConnectionState state) {
        return new HealthView(kind, null, null, permissions, state.conclusion().since(), null);
    }

    private static HealthView caused(HealthKind kind, Diagnosis cause, ConnectionState state) {
        return new HealthView(
                kind,
                cause.problem().name(),
                cause.aadsts(),
                List.of(),
                state.conclusion().since(),
                null);
    }

    private static HealthView unknown(Instant since, HealthView known, ConnectionState state) {
        var check = state.inconclusive();
        var problem = check == null ? null : check.problem();
        return new HealthView(
                HealthKind.UNKNOWN, problem == null ? null : problem.name(), null, List.of(), since, known);
    }

    private static HealthView over(HealthKind kind, @Nullable Instant since, HealthView known) {
        return new HealthView(kind, null, null, List.of(), since, known);
    }

    /** The same while a check is awaited: nothing is said for certain. */
    public HealthView checking() {
        return over(HealthKind.CHECKING, null, this);
    }

    /** By which the messages know its label, text and next step. */
    public String name() {
        return kind.name();
    }

    /** Whether it is as good as it can be. */
    public boolean healthy() {
        return kind == HealthKind.CONNECTED;
    }

    /** Whether it is about to go. */
    public boolean disconnecting() {
        return kind == HealthKind.DISCONNECTING;
    }

    /** Whether it was paused on purpose. */
    public boolean paused() {
        return kind == HealthKind.PAUSED;
    }

    /** Whether the tenant lets nobody in, as far as is known. */
    public boolean inaccessible() {
        return kind == HealthKind.LOST || kind == HealthKind.BLOCKED || (known != null && known.inaccessible());
    }

    /** Whether giving consent again restores it. */
    public boolean fixedByReconnecting() {
        return kind == HealthKind.DEGRADED || "CONSENT_MISSING".equals(cause);
    }

    /** What is not as it should be beneath it; null where all is well, or nothing is beneath it. */
    public @Nullable HealthView underlyingProblem() {
        return known == null || known.healthy() ? null : known;
    }

    /** The state whose next step counts: a pause is no remedy for what is lost. */
    public HealthView actionable() {
        var beneath = underlyingProblem();
        return kind == HealthKind.PAUSED && beneath != null ? beneath : this;
    }
}
