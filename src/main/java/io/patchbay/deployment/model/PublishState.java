package io.patchbay.deployment.model;

import io.patchbay.platform.job.RemovalPolicy.Standing;
import io.patchbay.platform.job.RetryLimits;
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

    @Enumerated(EnumType.STRING)
    private VersionStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private PublishProgress progress;

    private @Nullable String cause;
    private int attempts;
    private @Nullable Instant failingSince;
    private @Nullable Integer failingReach;
    private @Nullable Instant unsettledSince;
    private Instant visibleFrom;
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected PublishState() {}

    PublishState(PublishProgress progress, Instant at) {
        this.status = VersionStatus.IN_PROGRESS;
        this.progress = progress;
        this.visibleFrom = at;
    }

    /**
     * A step was taken. The next one may be taken from that time on. What went wrong before is forgotten as soon as it is
     * further than it was then, so that nothing goes round in a circle for ever.
     */
    public void advance(PublishProgress further, Instant from) {
        checkOpen();
        if (failingReach == null || further.reach() > failingReach) {
            forgetFailures();
        }
        become(VersionStatus.IN_PROGRESS, further, null, from);
        this.unsettledSince = null;
    }

    private void forgetFailures() {
        this.attempts = 0;
        this.failingSince = null;
        this.failingReach = null;
    }

    private void become(VersionStatus how, PublishProgress where, @Nullable String why, Instant from) {
        this.status = how;
        this.progress = where;
        this.cause = why;
        this.visibleFrom = from;
    }

    private void count(int reach, Instant now) {
        this.attempts++;
        this.failingSince = failingSince == null ? now : failingSince;
        this.failingReach = failingReach == null ? reach : Math.max(failingReach, reach);
    }

    /** Nothing went wrong, but Microsoft is not ready. The limit holds all the same. */
    public void await(PublishProgress further, Instant now, Instant from) {
        checkOpen();
        count(further.reach(), now);
        become(VersionStatus.IN_PROGRESS, further, null, from);
        this.unsettledSince = null;
    }

    /** Whether it has failed, or has been waited for, so long that it is not tried any more. */
    public boolean exhausted(Instant now) {
        return RetryLimits.over(
                status == VersionStatus.WAITING_FOR_APPROVAL ? RetryLimits.DECISION : RetryLimits.PASSING,
                failingSince,
                now);
    }

    /** Whether Microsoft has said for so long that it cannot be done that it means it. */
    public boolean settled(Instant now) {
        return RetryLimits.over(RetryLimits.SETTLING, unsettledSince, now);
    }

    /**
     * A step failed in a way that may pass.
     *
     * @param from when it is tried again
     */
    public void retryLater(PublishProgress again, String why, Instant now, Instant from) {
        checkOpen();
        if (status == VersionStatus.WAITING_FOR_APPROVAL) {
            forgetFailures();
        }
        count(progress.reach(), now);
        become(VersionStatus.RETRYING, again, why, from);
        this.unsettledSince = null;
    }

    /** Microsoft said that a step cannot be done, which it says too while it propagates something. */
    public void notYet(String why, Instant now, Instant from) {
        var since = unsettledSince;
        retryLater(progress, why, now, from);
        this.unsettledSince = since == null ? now : since;
    }

    /** Another administrator has to approve the step. */
    public void awaitApproval(PublishProgress again, String why, Instant now, Instant from) {
        checkOpen();
        if (status != VersionStatus.WAITING_FOR_APPROVAL) {
            forgetFailures();
        }
        count(progress.reach(), now);
        become(VersionStatus.WAITING_FOR_APPROVAL, again.refused().awaiting(again.approvalCode()), why, from);
        this.unsettledSince = null;
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
        this.failingReach = null;
        this.unsettledSince = null;
        this.finishedAt = at;
    }

    /** The application is not in Intune any more: it failed, and would have to be published from the first step on. */
    void lost(String why, Instant at) {
        this.progress = PublishProgress.begin(progress.predecessor());
        end(VersionStatus.FAILED, why, at);
    }

    /** Its removal begins; if the application may be in the making, only when that is certain to have ended. */
    void beginRemoval(Instant at) {
        cancel("", at);
        this.attempts = 0;
        this.failingSince = null;
        this.unsettledSince = null;
        this.visibleFrom = progress.mayBeInTheMaking() ? at.plus(DeployedVersion.ANSWERED_WITHIN) : at;
    }

    /** How long it is not certain whether its application is there, since it may be in the making; zero once it is. */
    Duration uncertainFor(Instant now) {
        return finishedAt == null || !progress.mayBeInTheMaking()
                ? Duration.ZERO
                : longerThanNone(Duration.between(now, finishedAt.plus(DeployedVersion.ANSWERED_WITHIN)));
    }

    private static Duration longerThanNone(Duration duration) {
        return duration.isPositive() ? duration : Duration.ZERO;
    }

    Standing removal(Instant since) {
        return new Standing(since, attempts, failingSince, unsettledSince);
    }

    void removeLater(Standing standing, Instant from) {
        this.attempts = standing.tries();
        this.failingSince = standing.failingSince();
        this.unsettledSince = standing.unsettledSince();
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
