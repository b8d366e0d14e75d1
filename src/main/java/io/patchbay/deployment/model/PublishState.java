package io.patchbay.deployment.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** How the publishing of a version stands, and when its next step may be tried. */
@Embeddable
public class PublishState {

    private static final Duration TRIED_FOR = Duration.ofHours(24);

    @Enumerated(EnumType.STRING)
    private VersionStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private PublishProgress progress;

    private @Nullable String cause;
    private int attempts;
    private @Nullable Instant failingSince;
    private Instant visibleFrom;
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected PublishState() {}

    PublishState(PublishProgress progress, Instant at) {
        this.status = VersionStatus.IN_PROGRESS;
        this.progress = progress;
        this.visibleFrom = at;
    }

    /** A step was taken. The next one may be taken from that time on. */
    public void advance(PublishProgress further, Instant from) {
        checkOpen();
        this.status = VersionStatus.IN_PROGRESS;
        this.progress = further;
        this.cause = null;
        this.attempts = 0;
        this.failingSince = null;
        this.visibleFrom = from;
    }

    /** Whether it has failed for so long that it is not tried any more. */
    public boolean exhausted(Instant now) {
        return failingSince != null && failingSince.plus(TRIED_FOR).isBefore(now);
    }

    /**
     * A step failed in a way that may pass.
     *
     * @param from when it is tried again
     */
    public void retryLater(PublishProgress again, String why, Instant now, Instant from) {
        checkOpen();
        this.status = VersionStatus.RETRYING;
        this.progress = again;
        this.cause = why;
        this.attempts++;
        this.failingSince = failingSince == null ? now : failingSince;
        this.visibleFrom = from;
    }

    /** A step failed for good. */
    public void fail(String why, Instant at) {
        checkOpen();
        end(VersionStatus.FAILED, why, at);
    }

    /** All steps were taken: it is in Intune. */
    public void succeed(Instant at) {
        checkOpen();
        end(VersionStatus.SUCCESS, null, at);
    }

    /** Stops the publishing: what a step comes to is not stored any more. Nothing for one that has ended. */
    public void cancel(String why, Instant at) {
        if (open()) {
            end(VersionStatus.FAILED, why, at);
        }
    }

    private void checkOpen() {
        if (!open()) {
            throw new IllegalStateException("A version that is %s is not being published".formatted(status));
        }
    }

    private void end(VersionStatus how, @Nullable String why, Instant at) {
        this.status = how;
        this.cause = why;
        this.failingSince = null;
        this.finishedAt = at;
    }

    /** The application was deleted in Intune: it failed, and would have to be published from the first step on. */
    void lost(String why, Instant at) {
        this.progress = PublishProgress.begin(null);
        end(VersionStatus.FAILED, why, at);
    }

    /** Its removal begins; if the application may be in the making, only when that is certain to have ended. */
    void beginRemoval(Instant at) {
        cancel("", at);
        this.attempts = 0;
        this.visibleFrom = progress.mayBeInTheMaking() ? at.plus(DeployedVersion.ANSWERED_WITHIN) : at;
    }

    void removeLater(boolean counts, Instant from) {
        this.attempts += counts ? 1 : 0;
        this.visibleFrom = from;
    }

    /** Whether something still happens. */
    public boolean open() {
        return status.open();
    }

    public VersionStatus status() {
        return status;
    }

    public PublishProgress progress() {
        return progress;
    }

    /** What went wrong; null where nothing did. */
    public @Nullable String cause() {
        return cause;
    }

    /** How often it failed, one time after the other. */
    public int attempts() {
        return attempts;
    }

    public Instant visibleFrom() {
        return visibleFrom;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }
}
