package io.patchbay.platform.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CorrelationTests {

    @Test
    void aJobHasItsIdentifierOnlyWhileItRuns() {
        Correlation.run("outer", () -> {
            Correlation.run("inner", () -> assertThat(Correlation.current()).hasValue("inner"));
            assertThat(Correlation.current()).hasValue("outer");
        });
        assertThat(Correlation.current()).isEmpty();
    }

    @Test
    void aFailedJobLeavesNoIdentifierBehind() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Correlation.run("id", () -> {
                    throw new IllegalStateException();
                }));
        assertThat(Correlation.current()).isEmpty();
    }
}
