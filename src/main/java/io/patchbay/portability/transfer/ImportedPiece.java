package io.patchbay.portability.transfer;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What became of a piece.
 *
 * @param part the kind of piece, as {@code copy.part.<name>}
 * @param note why it was not made, or what is shown of it this once; null for nothing
 */
public record ImportedPiece(
        String part,
        String name,
        ImportOutcome outcome,
        @Nullable String note) implements Serializable {

    /** What becomes of pieces; in words under {@code copy.outcome.<name>}. */
    public enum ImportOutcome {
        IMPORTED,
        THERE,
        NOT_IMPORTED
    }

    @Override
    public String toString() {
        return "ImportedPiece[" + part + ", " + name + ", " + outcome + "]";
    }
}
