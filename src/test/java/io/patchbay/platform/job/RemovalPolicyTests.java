package io.patchbay.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.platform.job.Removal.Obstacle;
import io.patchbay.platform.job.RemovalPolicy.Next;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RemovalPolicyTests {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Removal TRY_AGAIN = new Removal.TryAgain(Obstacle.RELATED, "It is superseded");
    private static final Removal NOT_NOW =
            new Removal.NotNow(Duration.ofSeconds(40), Obstacle.UNREACHABLE, "Too many requests");

    @Test
    void whatIsGoneIsDone() {
        assertThat(RemovalPolicy.after(new Removal.Removed(), 5, NOW.minus(Duration.ofDays(2)), NOW))
                .isEqualTo(new Next.Done());
    }

    @Test
    void whatCannotBeRemovedIsGivenUpAtOnce() {
        assertThat(RemovalPolicy.after(new Removal.Left(Obstacle.IN_USE, "It is assigned"), 0, NOW, NOW))
                .isEqualTo(new Next.GivenUp(Obstacle.IN_USE, "It is assigned"));
    }

    @Test
    void whatFailsIsTriedSixTimesWithGrowingWaits() {
        var waits = new int[] {5, 10, 20, 40, 80};
        for (int tries = 0; tries < waits.length; tries++) {
            assertThat(RemovalPolicy.after(TRY_AGAIN, tries, NOW.minus(Duration.ofDays(2)), NOW))
                    .isEqualTo(new Next.Again(NOW.plusSeconds(waits[tries]), true, true, "It is superseded"));
        }
        assertThat(RemovalPolicy.after(TRY_AGAIN, waits.length, NOW, NOW))
                .isEqualTo(new Next.GivenUp(Obstacle.RELATED, "It is superseded"));
    }

    @Test
    void whatCannotBeTriedWaitsAsLongAsItIsAskedToAndNoLongerThanADay() {
        assertThat(RemovalPolicy.after(NOT_NOW, 5, NOW.minus(Duration.ofHours(24)), NOW))
                .isEqualTo(new Next.Again(NOW.plusSeconds(40), false, false, "Too many requests"));
        assertThat(RemovalPolicy.after(
                        NOT_NOW, 0, NOW.minus(Duration.ofHours(24)).minusSeconds(1), NOW))
                .isEqualTo(new Next.GivenUp(Obstacle.UNREACHABLE, "Too many requests"));
    }

    @Test
    void theDecisionOfAPersonIsWaitedForThirtyDays() {
        var undecided = new Removal.Undecided(Duration.ofMinutes(10), "Waiting for approval");
        assertThat(RemovalPolicy.after(undecided, 0, NOW.minus(Duration.ofDays(30)), NOW))
                .isEqualTo(new Next.Again(NOW.plusSeconds(600), false, true, "Waiting for approval"));
        assertThat(RemovalPolicy.after(
                        undecided, 0, NOW.minus(Duration.ofDays(30)).minusSeconds(1), NOW))
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
