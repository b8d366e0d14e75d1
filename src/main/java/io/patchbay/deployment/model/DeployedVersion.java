package io.patchbay.deployment.model;

import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.platform.job.RemovalPolicy.Standing;
import io.patchbay.platform.tenancy.CompanyId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a deployment that is in Intune or on its way: how far its publishing is, whether it is the latest, and, while
 * its deployment is deleted, what became of it.
 */
@Entity
public class DeployedVersion {

    /** Longer than any call to Microsoft takes: after that, an application in the making is there, or never will be. */
    public static final Duration ANSWERED_WITHIN = Duration.ofSeconds(25);

    @EmbeddedId
    private DeployedVersionKey key;

    private UUID deploymentId;
    private String appVersion;

    @Enumerated(EnumType.STRING)
    private PublishReason reason;

    private PublishState state;
    private @Nullable String remark;
    private Instant createdAt;
    private @Nullable Instant supersededAt;
    private boolean manuallyAssigned;
    private @Nullable Instant removedAt;
    private @Nullable String notRemovedReason;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected DeployedVersion() {}

    /** One whose publishing begins at once. */
    public DeployedVersion(
            CompanyId company,
            UUID id,
            DeploymentId deployment,
            String appVersion,
            PublishReason reason,
            PublishProgress progress,
            Instant at) {
        this.key = DeployedVersionKey.of(company, id);
        this.deploymentId = deployment.value();
        this.appVersion = appVersion;
        this.reason = reason;
        this.state = new PublishState(progress, at);
        this.createdAt = at;
    }

    /** What people should know about it although nothing went wrong. */
    public void note(String what) {
        this.remark = what;
    }

    /** Begins again with one that ended, or that is to be made differently. */
    public void restart(PublishReason why, PublishProgress from, Instant at) {
        this.reason = why;
        this.state = new PublishState(from, at);
        this.remark = null;
        this.supersededAt = null;
        this.manuallyAssigned = false;
    }

    /** It was deleted in Intune while it was the latest: it failed, and would have to be published from the first step on. */
    public void lost(String why, Instant at) {
        state.lost(why, at);
    }

    /** A newer version took its assignments. */
    public void supersede(Instant at) {
        if (state.open() || superseded() || app() == null) {
            throw new IllegalStateException("Only the latest version that is in Intune can be superseded");
        }
        this.supersededAt = at;
    }

    /** Whether a person assigned it in Intune after it was superseded, as just seen. */
    public void seenManuallyAssigned(boolean assigned) {
        this.manuallyAssigned = assigned;
    }

    /** It is to be removed from Intune; its publishing stops. */
    public void beginRemoval(Instant at) {
        state.beginRemoval(at);
    }

    /** It was removed from Intune. */
    public void removed(Instant at) {
        this.removedAt = at;
    }

    /** It stays in Intune. */
    public void left(String because) {
        this.notRemovedReason = because;
    }

    /** How its removal stands, which was asked for then. */
    public Standing removal(Instant since) {
        return state.removal(since);
    }

    /** Its removal stands so now, and is tried again from that time on. */
    public void removeLater(Standing standing, Instant from) {
        state.removeLater(standing, from);
    }

    /** Whether Intune has, or may have or get, an application of it. */
    public boolean mayBeInIntune() {
        return removedAt == null && (app() != null || state.open() || progress().mayBeThereUnknown());
    }

    /** How long to wait, now that its publishing ended, until one that looks for its application finds it if there is one. */
    public Duration uncertainFor(Instant now) {
        return state.uncertainFor(now);
    }

    /** Whether nobody changed it since it was read. */
    public boolean unchangedSince(DeployedVersion read) {
        return Objects.equals(version, read.version);
    }

    public UUID id() {
        return key.versionId();
    }

    /** By which its application in Intune is known. */
    public AppMark mark() {
        return new AppMark(id());
    }

    /** Whether it is an application that was made for this version by mistake, beside its own, and never came into use. */
    public boolean isTwin(IntuneApp other) {
        return mark().on(other)
                && other.neverPublished()
                && !other.assigned()
                && !other.id().equals(app());
    }

    public DeploymentId deployment() {
        return new DeploymentId(deploymentId);
    }

    public String appVersion() {
        return appVersion;
    }

    public PublishReason reason() {
        return reason;
    }

    /** How its publishing stands. */
    public PublishState state() {
        return state;
    }

    public VersionStatus status() {
        return state.status();
    }

    public PublishProgress progress() {
        return state.progress();
    }

    /** Its application in Intune; null while there is none. */
    public @Nullable String app() {
        return progress().app();
    }

    public @Nullable String remark() {
        return remark;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant supersededAt() {
        return supersededAt;
    }

    public boolean superseded() {
        return supersededAt != null;
    }

    public boolean manuallyAssigned() {
        return manuallyAssigned;
    }

    public @Nullable Instant removedAt() {
        return removedAt;
    }

    /** Why it stays in Intune; null where it does not. */
    public @Nullable String notRemovedReason() {
        return notRemovedReason;
    }
}
