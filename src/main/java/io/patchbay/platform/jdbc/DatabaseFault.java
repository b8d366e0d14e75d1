package io.patchbay.platform.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * What a database can suffer from that is no fault of a statement. Told by SQLSTATE, whose classes are PostgreSQL's
 * (<a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">error codes</a>).
 */
public enum DatabaseFault {
    /** The server is not there, is starting or stopping, or takes no more connections; whether a commit arrived is unknown. */
    UNREACHABLE,

    /** It has no room to store what was sent: the transaction was rolled back. */
    FULL;

    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String CONNECTION = "08";
    private static final String OPERATOR_INTERVENED = "57P";

    /** The fault behind a failure; empty if the failure has another cause. */
    public static Optional<DatabaseFault> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isFault(sql)) {
                return Optional.of(DISK_FULL.equals(sql.getSQLState()) ? FULL : UNREACHABLE);
            }
        }
        return Optional.empty();
    }

    private static boolean isFault(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || state.equals(DISK_FULL)
                || state.equals(TOO_MANY_CONNECTIONS)
                || state.startsWith(CONNECTION)
                || state.startsWith(OPERATOR_INTERVENED);
    }
}
