package io.patchbay.environment;

import io.patchbay.tenancy.EnvironmentId;
import java.util.List;

/**
 * What ends with a connection; implemented as a bean by each module that has such things. A disconnect asks every one of
 * them for its pieces first, and then to take them away one by one, in the order of the beans.
 */
public interface TiedToConnection {

    /** The kind of its pieces, by which the messages know them: {@code tied.<kind>}. Never changes. */
    String kind();

    /**
     * What of this kind ends with the connection; asked inside a transaction, so it must not call Microsoft.
     *
     * @return its pieces in the order in which they are to be taken away
     */
    List<Piece> preview(EnvironmentId environment);

    /**
     * Takes a piece away, in the tenant and here. Asked outside of any transaction, perhaps again after a crash, and
     * perhaps for a piece that is gone already: that is a success.
     */
    Removal remove(EnvironmentId environment, Piece piece);

    /**
     * One piece.
     *
     * @param reference by which the implementation knows it
     * @param name by which people know it
     */
    record Piece(String reference, String name) {}

    /** What came of taking a piece away. */
    sealed interface Removal {

        /** It is gone. */
        record Removed() implements Removal {}

        /** It is not gone, but may be if asked again; given up after some tries. */
        record Later(String reason) implements Removal {}

        /** It cannot be taken away and stays behind. */
        record Left(String reason) implements Removal {}
    }
}
