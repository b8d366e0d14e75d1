package io.patchbay.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection's health as pages show it.
 *
 * @param name of the state, by which the messages know its label, text and next step
 * @param tone how it is coloured; success only where nothing at all is to be said
 * @param icon the Bootstrap icon beside it
 * @param cause the name of the problem, where one is known
 * @param aadsts Microsoft's code, where it gave one
 * @param permissions the permissions it is about
 * @param known the state known before Microsoft could not be asked, or beneath a pause
 */
public record HealthView(
        String name,
        String tone,
        String icon,
        @Nullable String cause,
        @Nullable Integer aadsts,
        List<RequiredPermission> permissions,
        @Nullable HealthView known) {

    private static final Duration STALE_AFTER = Duration.ofDays(1);

    /** The state now; where the last result is old, that it is known no longer. */
    static HealthView of(ConnectionState state, Instant now) {
        var view = of(state.health());
        var stale =
                state.checkedAt() != null && state.checkedAt().plus(STALE_AFTER).isBefore(now);
        return stale && state.trouble() == null && !view.disconnecting()
                ? new HealthView("STALE", "neutral", "question-circle", null, null, List.of(), view)
                : view;
    }

    static HealthView of(Health health) {
        return switch (health) {
            case Health.Connected connected -> plain("CONNECTED", "success", "check-circle-fill");
            case Health.Reduced(var waived) ->
                new HealthView("REDUCED", "info", "check-circle", null, null, waived, null);
            case Health.Degraded(var missing) ->
                new HealthView("DEGRADED", "warning", "exclamation-triangle-fill", null, null, missing, null);
            case Health.Lost(var cause) ->
                new HealthView(
                        "LOST", "danger", "x-octagon-fill", cause.problem().name(), cause.aadsts(), List.of(), null);
            case Health.Blocked(var cause) ->
                new HealthView(
                        "BLOCKED",
                        "danger",
                        "slash-circle-fill",
                        cause.problem().name(),
                        cause.aadsts(),
                        List.of(),
                        null);
            case Health.Ours(var lastKnown) -> over("OURS", "info", "tools", lastKnown);
            case Health.Unknown(var lastKnown, var since) -> over("UNKNOWN", "neutral", "question-circle", lastKnown);
            case Health.Verifying(var lastKnown) -> over("VERIFYING", "busy", "hourglass-split", lastKnown);
            case Health.Paused(var beneath, var by, var since) ->
                over("PAUSED", "warning", "pause-circle-fill", beneath);
            case Health.Disconnecting disconnecting -> plain("DISCONNECTING", "busy", "hourglass-split");
        };
    }

    private static HealthView plain(String name, String tone, String icon) {
        return new HealthView(name, tone, icon, null, null, List.of(), null);
    }

    private static HealthView over(String name, String tone, String icon, Health known) {
        return new HealthView(name, tone, icon, null, null, List.of(), of(known));
    }

    /** While a check is awaited, nothing is said for certain. */
    static HealthView checking(HealthView known) {
        return new HealthView("CHECKING", "busy", "hourglass-split", null, null, List.of(), known);
    }

    /** Whether it is as good as it can be. */
    public boolean whole() {
        return name.equals("CONNECTED");
    }

    /** Whether it is about to go. */
    public boolean disconnecting() {
        return name.equals("DISCONNECTING");
    }
}
