package io.patchbay.environment.connection;

import io.patchbay.environment.HealthView;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.connection.ConnectionState.Standing;
import io.patchbay.environment.connection.ConnectionState.Trouble;
import io.patchbay.environment.health.ProbeResult;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** An environment's connection to the Intune of one tenant, and how it stands. */
@Entity
@NullUnmarked
public class IntuneConnection {

    /** How long after consent Microsoft's directory may still be catching up. */
    private static final Duration GRACE = Duration.ofMinutes(20);

    @EmbeddedId
    private EnvironmentKey key;

    private UUID tenantId;
    private String tenantName;
    private String primaryDomain;
    private String[] grantedPermissions;
    private Integer managedDevices;
    private Instant devicesCountedAt;
    private Instant connectedAt;
    private String connectedBy;
    private String approvedBy;

    @Enumerated(EnumType.STRING)
    private Standing state;

    private Instant stateSince;

    @Enumerated(EnumType.STRING)
    private ConsentProblem problem;

    private Integer aadsts;
    private String[] missingPermissions;
    private String[] waivedPermissions;

    @Enumerated(EnumType.STRING)
    private Trouble inconclusiveReason;

    @Enumerated(EnumType.STRING)
    private ConsentProblem inconclusiveProblem;

    private Instant inconclusiveSince;
    private Instant checkedAt;
    private Instant lastAttemptAt;
    private Instant checkRequestedAt;
    private Instant consentedAt;
    private Instant pausedAt;
    private String pausedBy;
    private boolean disconnecting;

    @Version
    private Integer version;

    protected IntuneConnection() {}

    public IntuneConnection(
            CompanyId company,
            EnvironmentId environment,
            UUID tenantId,
            TenantProof proof,
            String connectedBy,
            String approvedBy,
            Instant at) {
        this.key = EnvironmentKey.of(company, environment);
        this.tenantId = tenantId;
        this.connectedAt = at;
        this.connectedBy = connectedBy;
        this.missingPermissions = new String[0];
        consented(proof, approvedBy, at);
    }

    /** Consent was given and proven, for the first time or again: everything is there, and nothing is waived. */
    public void consented(TenantProof proof, String by, Instant at) {
        this.approvedBy = by;
        this.consentedAt = at;
        this.waivedPermissions = new String[0];
        whole(proof, at);
    }

    public EnvironmentId environment() {
        return new EnvironmentId(key.environmentId());
    }

    public UUID tenantId() {
        return tenantId;
    }

    public String primaryDomain() {
        return primaryDomain;
    }

    public String tenantName() {
        return tenantName;
    }

    public Integer version() {
        return version;
    }

    public ConnectionState state() {
        return new ConnectionState(
                state,
                stateSince,
                problem,
                aadsts,
                Set.of(missingPermissions),
                Set.of(waivedPermissions),
                inconclusiveReason,
                inconclusiveProblem,
                inconclusiveSince,
                checkedAt,
                pausedAt,
                pausedBy,
                disconnecting);
    }

    public Instant triedAt() {
        return lastAttemptAt;
    }

    ConnectionPage page(List<PermissionRow> permissions, List<FeatureRow> features, Instant now) {
        var health = HealthView.of(state(), now);
        return new ConnectionPage(
                tenantId,
                tenantName,
                primaryDomain,
                managedDevices,
                devicesCountedAt,
                connectedAt,
                connectedBy,
                approvedBy,
                checkAwaited() ? health.checking() : health,
                checkedAt,
                lastAttemptAt,
                checkAwaited(),
                pausedAt != null,
                permissions,
                features);
    }

    /** Whether somebody waits for a check that was not made yet. */
    public boolean checkAwaited() {
        return checkRequestedAt != null && (lastAttemptAt == null || lastAttemptAt.isBefore(checkRequestedAt));
    }

    /** Whether a refused call is news: not so soon after consent, nor where the loss is known or a check awaited. */
    boolean mayBeSuspected(Instant now) {
        return !checkAwaited() && !disconnecting && !state().away() && now.isAfter(consentedAt.plus(GRACE));
    }

    void checkAsked(Instant at) {
        this.checkRequestedAt = at;
    }

    /**
     * Takes what a check found.
     *
     * @param conclusive whether a loss so soon after consent counts all the same
     */
    public void found(ProbeResult finding, boolean conclusive, Instant at) {
        this.lastAttemptAt = at;
        if (finding.saysLess(state()) && !conclusive && at.isBefore(consentedAt.plus(GRACE))) {
            trouble(Trouble.VERIFYING, ConsentProblem.NOT_PROPAGATED, at);
            return;
        }
        switch (finding) {
            case ProbeResult.Whole(var proof) -> whole(proof, at);
            case ProbeResult.Missing(var names) -> {
                if (names.contains(RequiredPermission.MANAGED_DEVICES_READ.value())) {
                    this.managedDevices = null;
                    this.devicesCountedAt = null;
                }
                conclude(Standing.DEGRADED, null, names, at);
            }
            case ProbeResult.Gone(var cause) -> conclude(Standing.LOST, cause, Set.of(missingPermissions), at);
            case ProbeResult.Blocked(var cause) -> conclude(Standing.BLOCKED, cause, Set.of(missingPermissions), at);
            case ProbeResult.Ours(var cause) -> trouble(Trouble.OURS, cause.problem(), at);
            case ProbeResult.NotKnown(var cause) -> trouble(Trouble.UNKNOWN, cause.problem(), at);
        }
    }

    private void whole(TenantProof proof, Instant at) {
        this.tenantName = proof.organization().displayName();
        this.primaryDomain = proof.organization().primaryDomain();
        this.grantedPermissions = proof.granted().toArray(String[]::new);
        if (proof.managedDevices() != null) {
            this.managedDevices = proof.managedDevices();
            this.devicesCountedAt = at;
        }
        this.lastAttemptAt = at;
        conclude(Standing.CONNECTED, null, Set.of(), at);
    }

    private void conclude(Standing standing, Diagnosis cause, Set<String> missing, Instant at) {
        if (state != standing || !Set.of(missingPermissions).equals(missing)) {
            this.stateSince = at;
        }
        this.state = standing;
        this.problem = cause == null ? null : cause.problem();
        this.aadsts = cause == null ? null : cause.aadsts();
        this.missingPermissions = missing.toArray(String[]::new);
        this.checkedAt = at;
        this.inconclusiveReason = null;
        this.inconclusiveProblem = null;
        this.inconclusiveSince = null;
    }

    private void trouble(Trouble what, ConsentProblem why, Instant at) {
        if (inconclusiveReason != what) {
            this.inconclusiveSince = at;
        }
        this.inconclusiveReason = what;
        this.inconclusiveProblem = why;
    }

    void waive(RequiredPermission permission) {
        if (!state().missing().contains(permission.value())) {
            throw new ConflictException("connection.notMissing");
        }
        var names = new TreeSet<>(Set.of(waivedPermissions));
        names.add(permission.value());
        this.waivedPermissions = names.toArray(String[]::new);
    }

    void takeWaiverBack(RequiredPermission permission) {
        var names = new TreeSet<>(Set.of(waivedPermissions));
        if (!names.remove(permission.value())) {
            throw new ConflictException("connection.notWaived");
        }
        this.waivedPermissions = names.toArray(String[]::new);
    }

    void pause(String by, Instant at) {
        if (pausedAt != null || disconnecting) {
            throw new ConflictException("connection.pausedAlready");
        }
        this.pausedAt = at;
        this.pausedBy = by;
    }

    void resume() {
        if (pausedAt == null) {
            throw new ConflictException("connection.notPaused");
        }
        this.pausedAt = null;
        this.pausedBy = null;
    }

    public void disconnecting() {
        if (disconnecting) {
            throw new ConflictException("disconnect.running");
        }
        this.disconnecting = true;
    }
}
