package io.patchbay.monitoring.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class JobFailuresTests {

    @Test
    void theCauseIsToldByKindsAndPlaceAndNeverByItsMessage() {
        var cause = new SQLException("Contoso has no rows", "57014");
        assertThat(JobFailures.describe(new IllegalStateException("Contoso", cause)))
                .startsWith("IllegalStateException: SQLException 57014 (JobFailuresTests.java:")
                .doesNotContain("Contoso");
    }

    @Test
    void anEndlessChainOfCausesEnds() {
        var inner = new IllegalStateException();
        var outer = new IllegalArgumentException(inner);
        inner.initCause(outer);
        assertThat(JobFailures.describe(outer)).contains("IllegalArgumentException: IllegalStateException");
    }
}
