package io.patchbay.environment.connection;

import io.patchbay.environment.HealthView;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.environment.connection.CheckConclusion.Standing;
import io.patchbay.environment.model.EnvironmentKey;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An environment's connection to the Intune of one tenant. */
@Entity
public class IntuneConnection {

    /** How long after consent Microsoft's directory may still be catching up. */
    private static final Duration GRACE = Duration.ofMinutes(20);

    /** The least by which the database tells two moments apart; an attempt that lies ahead is of a clock that was set back. */
    private static final Duration CLOCK_STEP = Duration.of(1, ChronoUnit.MICROS);

    @EmbeddedId
    private EnvironmentKey key;

    private UUID tenantId;
    private String tenantName;
    private String primaryDomain;
    private Set<String> grantedPermissions;
    private @Nullable Integer managedDevices;
    private @Nullable Instant devicesCountedAt;
    private Instant connectedAt;
    private String connectedBy;
    private String approvedBy;

    @Embedded
    private ConnectionState state;

    private Instant lastAttemptAt;
    private @Nullable Instant checkRequestedAt;
    private Instant consentedAt;

    @Version
    private @Nullable Integer version;

    protected IntuneConnection() {}

    /** A connection whose consent was proven just now. */
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
        this.tenantName = proof.organization().displayName();
        this.primaryDomain = proof.organization().primaryDomain();
        this.grantedPermissions = Set.copyOf(proof.granted());
        this.connectedAt = at;
        this.connectedBy = connectedBy;
        this.approvedBy = approvedBy;
        this.consentedAt = at;
        this.lastAttemptAt = at;
        this.state = ConnectionState.connected(proof.cause(), at);
        countDevices(proof, at);
    }

    /** Consent was given and proven again: every permission is granted, and none is waived. */
    public void consented(TenantProof proof, String by, Instant at) {
        this.approvedBy = by;
        this.consentedAt = at;
        this.state = state.endWaivers();
        this.lastAttemptAt = at;
        complete(proof, at);
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

    /** The version that the result of a check has to be stored for; null until the connection is stored. */
    public @Nullable Integer version() {
        return version;
    }

    public ConnectionState state() {
        return state;
    }

    /** When a check was last made, conclusive or not. */
    public Instant lastAttemptAt() {
        return lastAttemptAt;
    }

    ConnectionPage page(List<PermissionRow> permissions, List<FeatureRow> features, Instant now) {
        var health = HealthView.of(state, now);
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
                state.conclusion().checkedAt(),
                lastAttemptAt,
                checkAwaited(),
                state.pause() != null,
                permissions,
                features);
    }

    /** Whether a check was requested that was not made yet. */
    public boolean checkAwaited() {
        return checkRequestedAt != null && lastAttemptAt.isBefore(checkRequestedAt);
    }

    /** Whether a refused call is news: not so soon after consent, nor where the loss is known or a check awaited. */
    boolean shouldBeCheckedAfterRefusal(Instant now) {
        return !checkAwaited()
                && !state.disconnecting()
                && !state.conclusion().inaccessible()
                && now.isAfter(consentedAt.plus(GRACE));
    }

    void requestCheck(Instant at) {
        this.checkRequestedAt = at;
        if (!lastAttemptAt.isBefore(at)) {
            this.lastAttemptAt = at.minus(CLOCK_STEP);
        }
    }

    /**
     * Takes over the result of a check.
     *
     * @param conclusive whether a loss so soon after consent counts all the same
     */
    public void checked(ProbeResult result, boolean conclusive, Instant at) {
        this.lastAttemptAt = at;
        if (result.isWorseThan(state.conclusion()) && !conclusive && at.isBefore(consentedAt.plus(GRACE))) {
            this.state = state.inconclusive(InconclusiveCheck.Reason.VERIFYING, ConsentProblem.NOT_PROPAGATED, at);
            return;
        }
        var missing = state.conclusion().missing();
        switch (result) {
            case ProbeResult.Complete(var proof) -> complete(proof, at);
            case ProbeResult.PermissionsMissing(var names) -> permissionsMissing(names, at);
            case ProbeResult.Lost(var cause) -> state = state.concluded(Standing.LOST, cause, missing, at);
            case ProbeResult.Blocked(var cause) -> state = state.concluded(Standing.BLOCKED, cause, missing, at);
            case ProbeResult.OperatorFault(var cause) ->
                state = state.inconclusive(InconclusiveCheck.Reason.OURS, cause.problem(), at);
            case ProbeResult.Inconclusive(var cause) ->
                state = state.inconclusive(InconclusiveCheck.Reason.UNKNOWN, cause.problem(), at);
        }
    }

    private void complete(TenantProof proof, Instant at) {
        this.tenantName = proof.organization().displayName();
        this.primaryDomain = proof.organization().primaryDomain();
        this.grantedPermissions = Set.copyOf(proof.granted());
        countDevices(proof, at);
        this.state = state.concluded(Standing.CONNECTED, proof.cause(), Set.of(), at);
    }

    private void countDevices(TenantProof proof, Instant at) {
        if (proof.managedDevices() != null) {
            this.managedDevices = proof.managedDevices();
            this.devicesCountedAt = at;
        }
    }

    private void permissionsMissing(Set<String> names, Instant at) {
        if (names.contains(RequiredPermission.MANAGED_DEVICES_READ.value())) {
            this.managedDevices = null;
            this.devicesCountedAt = null;
        }
        this.state = state.concluded(Standing.DEGRADED, null, names, at);
    }

    void waive(RequiredPermission permission) {
        this.state = state.waive(permission);
    }

    void endWaiver(RequiredPermission permission) {
        this.state = state.endWaiver(permission);
    }

    void pause(String by, Instant at) {
        this.state = state.pause(by, at);
    }

    void resume() {
        this.state = state.resume();
    }

    /** From now on it is being disconnected, and nothing else can be done with it. */
    public void disconnect() {
        this.state = state.disconnect();
    }
}
