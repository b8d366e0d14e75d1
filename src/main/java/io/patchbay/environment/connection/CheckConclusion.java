package io.patchbay.environment.connection;

import io.patchbay.environment.RequiredPermission;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import io.patchbay.platform.problem.ConflictException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the last check that came to a conclusion found.
 *
 * @param since since when it is like that
 * @param problem why it is lost or blocked, or what Microsoft warns of while it is connected
 * @param aadsts Microsoft's code for that, where it gave one
 * @param missing the names of missing permissions, waived or not
 * @param waived the names of waived permissions, missing or not
 * @param checkedAt when that check was made
 */
@Embeddable
public record CheckConclusion(
        @Enumerated(EnumType.STRING) @Column(name = "state") Standing standing,

        @Column(name = "state_since") Instant since,
        @Enumerated(EnumType.STRING) @Nullable ConsentProblem problem,
        @Nullable Integer aadsts,
        @Column(name = "missing_permissions") Set<String> missing,
        @Column(name = "waived_permissions") Set<String> waived,
        Instant checkedAt) {

    /** Whether Patchbay may do its work in the tenant. */
    public enum Standing {
        CONNECTED,
        DEGRADED,
        LOST,
        BLOCKED
    }

    public CheckConclusion {
        missing = Set.copyOf(missing);
        waived = Set.copyOf(waived);
    }

    static CheckConclusion connected(@Nullable Diagnosis warning, Instant at) {
        var problem = warning == null ? null : warning.problem();
        return new CheckConclusion(Standing.CONNECTED, at, problem, null, Set.of(), Set.of(), at);
    }

    CheckConclusion followedBy(Standing next, @Nullable Diagnosis cause, Set<String> nowMissing, Instant at) {
        var nextProblem = cause == null ? null : cause.problem();
        var same = standing == next
                && missing.equals(nowMissing)
                && (next != Standing.CONNECTED || problem == nextProblem);
        return new CheckConclusion(
                next, same ? since : at, nextProblem, cause == null ? null : cause.aadsts(), nowMissing, waived, at);
    }

    CheckConclusion waive(RequiredPermission permission) {
        if (!missing.contains(permission.value())) {
            throw new ConflictException("connection.notMissing");
        }
        var names = new TreeSet<>(waived);
        names.add(permission.value());
        return waiving(names);
    }

    CheckConclusion endWaiver(RequiredPermission permission) {
        var names = new TreeSet<>(waived);
        if (!names.remove(permission.value())) {
            throw new ConflictException("connection.notWaived");
        }
        return waiving(names);
    }

    CheckConclusion waiving(Set<String> permissions) {
        return new CheckConclusion(standing, since, problem, aadsts, missing, permissions, checkedAt);
    }

    /** The names of permissions that are missing and not waived. */
    public Set<String> missingUnwaived() {
        var names = new TreeSet<>(missing);
        names.removeAll(waived);
        return names;
    }

    boolean missesWaived(RequiredPermission permission) {
        return missing.contains(permission.value()) && waived.contains(permission.value());
    }

    /** Whether Patchbay gets no token for the tenant, so that nothing works in it. */
    public boolean inaccessible() {
        return standing == Standing.LOST || standing == Standing.BLOCKED;
    }

    Diagnosis cause() {
        return new Diagnosis(problem == null ? ConsentProblem.UNKNOWN : problem, aadsts);
    }
}
