package io.patchbay.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(1));

    @Test
    void doublesUntilItIsLongEnough() {
        assertThat(BACKOFF.after(0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BACKOFF.after(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(BACKOFF.after(3)).isEqualTo(Duration.ofSeconds(40));
        assertThat(BACKOFF.after(4)).isEqualTo(Duration.ofMinutes(1));
        assertThat(BACKOFF.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void waitsAsLongAsItIsAskedToWithinReason() {
        assertThat(BACKOFF.after(0, Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(5));
        assertThat(BACKOFF.after(0, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(BACKOFF.after(0, Duration.ofDays(1))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void isNeverNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
    }
}
