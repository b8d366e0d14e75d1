package io.patchbay.deployment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.microsoft.intune.EncryptionInfo;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a publishing is tried. */
@Tag("fast")
class PublishStateTests {

    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
    private static final String APP = "app";

    private final PublishState state = new PublishState(PublishProgress.begin(null), BEGIN);

    private static PublishProgress at(PublishStage stage) {
        return PublishProgress.begin(null).at(stage);
    }

    private static Instant after(Duration time) {
        return BEGIN.plus(time);
    }

    @Test
    void aFailureIsForgottenOnlyFurtherOn() {
        state.advance(at(new PublishStage.UsingContent(APP, "1")), BEGIN);
        state.retryLater(at(new PublishStage.UsingContent(APP, "1")), "away", BEGIN, BEGIN);
        state.advance(at(new PublishStage.Fetching(APP)), BEGIN);
        state.advance(at(new PublishStage.UsingContent(APP, "2")), BEGIN);
        assertThat(state.attempts()).isOne();
        assertThat(state.exhausted(after(Duration.ofHours(25)))).isTrue();
        state.advance(at(new PublishStage.Processing(APP)), BEGIN);
        assertThat(state.attempts()).isZero();
        assertThat(state.exhausted(after(Duration.ofHours(25)))).isFalse();
    }

    @Test
    void waitingHasTheSameLimitAsFailing() {
        for (int minutes = 0; minutes <= 60; minutes++) {
            var now = after(Duration.ofMinutes(minutes));
            state.await(at(new PublishStage.Processing(APP)), now, now);
        }
        assertThat(state.status()).isEqualTo(VersionStatus.IN_PROGRESS);
        assertThat(state.exhausted(after(Duration.ofHours(24)))).isFalse();
        assertThat(state.exhausted(after(Duration.ofHours(24)).plusMillis(1))).isTrue();
    }

    @Test
    void whatIsSaidForFiveMinutesOnEndIsMeant() {
        state.notYet("not found", BEGIN, BEGIN);
        state.notYet("not found", after(Duration.ofMinutes(5)), BEGIN);
        assertThat(state.settled(after(Duration.ofMinutes(5)))).isFalse();
        assertThat(state.settled(after(Duration.ofMinutes(5)).plusMillis(1))).isTrue();
        state.retryLater(state.progress(), "away", after(Duration.ofMinutes(6)), BEGIN);
        assertThat(state.settled(after(Duration.ofHours(1)))).isFalse();
    }

    @Test
    void aDecisionIsWaitedForLongerAndThenTheDayBeginsAnew() {
        state.retryLater(state.progress(), "away", BEGIN, BEGIN);
        state.awaitApproval(state.progress().awaiting("code"), "approve it", after(Duration.ofHours(1)), BEGIN);
        assertThat(state.status()).isEqualTo(VersionStatus.WAITING_FOR_APPROVAL);
        assertThat(state.progress().approvalCode()).isEqualTo("code");
        assertThat(state.exhausted(after(Duration.ofDays(29)))).isFalse();
        assertThat(state.exhausted(after(Duration.ofDays(31)))).isTrue();
        state.retryLater(state.progress(), "away", after(Duration.ofDays(3)), BEGIN);
        assertThat(state.exhausted(after(Duration.ofDays(3)))).isFalse();
    }

    @Test
    void whatIntuneTookIsNotUploadedAgain() {
        assertThat(at(new PublishStage.Assigning(APP, true)).resume().step()).isEqualTo(Step.ASSIGN);
        assertThat(at(new PublishStage.UsingContent(APP, "1")).resume().step()).isEqualTo(Step.USE_CONTENT);
        var again = at(new PublishStage.Verifying(new PublishStage.FileReference(APP, "1", "file"), null, null))
                .resume();
        assertThat(again.step()).isEqualTo(Step.FETCH);
        assertThat(again.app()).isEqualTo(APP);
        assertThat(again.toBeChanged()).isTrue();
    }

    @Test
    void whetherAnApplicationIsThereIsCertainOnlyOnceTheCallThatMakesItHasEnded() {
        state.advance(at(creating(false)), BEGIN);
        state.cancel("disconnected", BEGIN);
        assertThat(state.uncertainFor(BEGIN)).isZero();
        assertThat(state.progress().mayBeThereUnknown()).isFalse();
        var begun = new PublishState(at(creating(true)), BEGIN);
        begun.cancel("disconnected", BEGIN);
        assertThat(begun.progress().mayBeThereUnknown()).isTrue();
        assertThat(begun.uncertainFor(after(Duration.ofSeconds(5)))).isEqualTo(Duration.ofSeconds(20));
        assertThat(begun.uncertainFor(after(Duration.ofHours(1)))).isZero();
    }

    @Test
    void whatMayHaveBeenMadeIsNotForgottenByStartingOver() {
        assertThat(at(creating(true)).resume().mayBeThereUnknown()).isTrue();
        assertThat(at(creating(true)).startOver().mayHaveTwins()).isTrue();
        assertThat(at(creating(false)).resume().mayBeThereUnknown()).isFalse();
    }

    private static PublishStage creating(boolean begun) {
        var none = new byte[0];
        return new PublishStage.Creating(
                null, new PackedInstaller(1, 1, new EncryptionInfo(none, none, none, none, none)), begun);
    }
}
