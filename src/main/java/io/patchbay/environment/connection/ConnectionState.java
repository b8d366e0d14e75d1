package io.patchbay.environment.connection;

import io.patchbay.environment.Health;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of how a connection stands.
 *
 * @param standing what the last check that came to a conclusion found
 * @param since since when it stands like that
 * @param problem why it is lost or blocked
 * @param missing the names of missing permissions, waived or not
 * @param waived the names of waived permissions, missing or not
 * @param trouble why the last check came to no conclusion
 * @param checkedAt when a check last came to one
 */
public record ConnectionState(
        Standing standing,
        Instant since,
        @Nullable ConsentProblem problem,
        @Nullable Integer aadsts,
        Set<String> missing,
        Set<String> waived,
        @Nullable Trouble trouble,
        @Nullable ConsentProblem troubleProblem,
        @Nullable Instant troubleSince,
        @Nullable Instant checkedAt,
        @Nullable Instant pausedAt,
        @Nullable String pausedBy,
        boolean disconnecting) {

    public enum Standing {
        CONNECTED,
        DEGRADED,
        LOST,
        BLOCKED
    }

    public enum Trouble {
        OURS,
        UNKNOWN,
        VERIFYING
    }

    public Health health() {
        if (disconnecting) {
            return new Health.Disconnecting();
        }
        var checked = checked();
        return pausedAt == null || pausedBy == null ? checked : new Health.Paused(checked, pausedBy, pausedAt);
    }

    private Health checked() {
        var known = known();
        return switch (trouble) {
            case null -> known;
            case OURS -> new Health.Ours(known);
            case UNKNOWN -> new Health.Unknown(known, troubleSince == null ? since : troubleSince);
            case VERIFYING -> new Health.Verifying(known);
        };
    }

    private Health known() {
        return switch (standing) {
            case LOST -> new Health.Lost(cause());
            case BLOCKED -> new Health.Blocked(cause());
            case CONNECTED, DEGRADED -> {
                var unwaived = unwaived();
                if (!unwaived.isEmpty()) {
                    yield new Health.Degraded(RequiredPermission.named(unwaived));
                }
                yield missing.isEmpty()
                        ? new Health.Connected()
                        : new Health.Reduced(RequiredPermission.named(missing));
            }
        };
    }

    /** The names of permissions that are missing and not waived. */
    public Set<String> unwaived() {
        var names = new TreeSet<>(missing);
        names.removeAll(waived);
        return names;
    }

    boolean doesWithout(RequiredPermission permission) {
        return missing.contains(permission.value()) && waived.contains(permission.value());
    }

    public boolean away() {
        return standing == Standing.LOST || standing == Standing.BLOCKED;
    }

    private Diagnosis cause() {
        return new Diagnosis(problem == null ? ConsentProblem.UNKNOWN : problem, aadsts);
    }
}
