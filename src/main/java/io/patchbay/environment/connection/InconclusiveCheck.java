package io.patchbay.environment.connection;

import io.patchbay.microsoft.identity.ConsentProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the last check came to no conclusion.
 *
 * @param since since when checks end like that
 */
@Embeddable
public record InconclusiveCheck(
        @Enumerated(EnumType.STRING) @Column(name = "inconclusive_reason")
        Reason reason,

        @Enumerated(EnumType.STRING) @Column(name = "inconclusive_problem") @Nullable
        ConsentProblem problem,

        @Column(name = "inconclusive_since") Instant since) {

    /** Whose doing it is: ours, nobody knows, or a consent so new that it may not have spread yet. */
    public enum Reason {
        OURS,
        UNKNOWN,
        VERIFYING
    }
}
