package io.patchbay.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.platform.job.Removal.Obstacle;
import io.patchbay.platform.job.RemovalPolicy.Next;
import io.patchbay.platform.job.RemovalPolicy.Standing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RemovalPolicyTests {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Removal TRY_AGAIN = new Removal.TryAgain(Obstacle.RELATED, "It is superseded");
    private static final Removal NOT_NOW =
            new Removal.NotNow(Duration.ofSeconds(40), Obstacle.UNREACHABLE, "Too many requests");

    private static final Removal UNDECIDED = new Removal.Undecided(Duration.ofMinutes(10), "Waiting for approval");

    private static Standing tried(int tries) {
        return new Standing(ago(Duration.ofDays(2)), tries, null, null);
    }

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    private static Standing standing(Next next) {
        return ((Next.Again) next).standing();
    }

    @Test
    void whatIsGoneIsDone() {
        assertThat(RemovalPolicy.after(new Removal.Removed(), tried(5), NOW)).isEqualTo(new Next.Done());
    }

    @Test
    void whatCannotBeRemovedIsGivenUpAtOnce() {
        assertThat(RemovalPolicy.after(new Removal.Left(Obstacle.IN_USE, "It is assigned"), tried(0), NOW))
                .isEqualTo(new Next.GivenUp(Obstacle.IN_USE, "It is assigned"));
    }

    @Test
    void whatFailsIsTriedSixTimesWithGrowingWaits() {
        var waits = new int[] {5, 10, 20, 40, 80};
        for (int tries = 0; tries < waits.length; tries++) {
            assertThat(RemovalPolicy.after(TRY_AGAIN, tried(tries), NOW))
                    .isEqualTo(
                            new Next.Again(NOW.plusSeconds(waits[tries]), tried(tries + 1), true, "It is superseded"));
        }
        assertThat(RemovalPolicy.after(TRY_AGAIN, tried(waits.length), NOW))
                .isEqualTo(new Next.GivenUp(Obstacle.RELATED, "It is superseded"));
    }

    @Test
    void whatCannotBeTriedWaitsAsLongAsItIsAskedToAndNoLongerThanADayOnEnd() {
        var since = ago(Duration.ofDays(20));
        assertThat(RemovalPolicy.after(NOT_NOW, new Standing(since, 5, null, null), NOW))
                .as("the first time in days")
                .isEqualTo(new Next.Again(
                        NOW.plusSeconds(40), new Standing(since, 5, NOW, null), false, "Too many requests"));
        var failing = new Standing(since, 5, ago(Duration.ofHours(24)), null);
        assertThat(RemovalPolicy.after(NOT_NOW, failing, NOW))
                .isEqualTo(new Next.Again(NOW.plusSeconds(40), failing, false, "Too many requests"));
        assertThat(RemovalPolicy.after(NOT_NOW, failing, NOW.plusSeconds(1)))
                .isEqualTo(new Next.GivenUp(Obstacle.UNREACHABLE, "Too many requests"));
        var heard = standing(RemovalPolicy.after(UNDECIDED, failing, NOW));
        assertThat(standing(RemovalPolicy.after(NOT_NOW, heard, NOW.plusSeconds(1))))
                .as("the day begins anew")
                .isEqualTo(new Standing(since, 5, NOW.plusSeconds(1), null));
    }

    @Test
    void whatIsRefusedAsLongAsItSettlesWaitsAloneForFiveMinutes() {
        var refused = new Removal.NotYet(Duration.ofSeconds(20), Obstacle.REFUSED, "Conflict");
        var since = ago(Duration.ofDays(20));
        assertThat(RemovalPolicy.after(refused, new Standing(since, 5, null, null), NOW))
                .isEqualTo(new Next.Again(NOW.plusSeconds(20), new Standing(since, 5, NOW, NOW), true, "Conflict"));
        var unsettled = new Standing(since, 5, NOW, NOW);
        var later = NOW.plus(Duration.ofMinutes(5));
        assertThat(RemovalPolicy.after(refused, unsettled, later))
                .isEqualTo(new Next.Again(later.plusSeconds(20), unsettled, true, "Conflict"));
        assertThat(RemovalPolicy.after(refused, unsettled, later.plusSeconds(1)))
                .isEqualTo(new Next.GivenUp(Obstacle.REFUSED, "Conflict"));
    }

    @Test
    void whatIsRefusedAndBusyInTurnsEndsAfterADayToo() {
        var refused = new Removal.NotYet(Duration.ofMinutes(4), Obstacle.REFUSED, "Conflict");
        var standing = new Standing(NOW, 0, null, null);
        for (int tries = 0; tries < 361; tries++) {
            var now = NOW.plus(Duration.ofMinutes(4L * tries));
            standing = standing(RemovalPolicy.after(tries % 2 == 0 ? refused : NOT_NOW, standing, now));
        }
        for (var removal : new Removal[] {refused, NOT_NOW}) {
            assertThat(RemovalPolicy.after(removal, standing, NOW.plus(Duration.ofMinutes(24 * 60 + 4))))
                    .isInstanceOf(Next.GivenUp.class);
        }
    }

    @Test
    void theDecisionOfAPersonIsWaitedForThirtyDays() {
        var asked = new Standing(ago(Duration.ofDays(30)), 0, null, null);
        assertThat(RemovalPolicy.after(UNDECIDED, asked, NOW))
                .isEqualTo(new Next.Again(NOW.plusSeconds(600), asked, true, "Waiting for approval"));
        assertThat(RemovalPolicy.after(UNDECIDED, asked, NOW.plusSeconds(1)))
                .isEqualTo(new Next.GivenUp(Obstacle.AWAITING_APPROVAL, "Waiting for approval"));
    }

    @Test
    void whatNobodyExpectedIsTriedAgainAndNotTakenForAnythingElse() {
        assertThat(RemovalPolicy.attempt("it", "Something unexpected happened", () -> {
                    throw new IllegalStateException("As expected");
                }))
                .isEqualTo(new Removal.TryAgain(Obstacle.UNEXPECTED, "Something unexpected happened"));
    }
}
