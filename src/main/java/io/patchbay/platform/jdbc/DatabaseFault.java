package io.patchbay.platform.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a database can suffer from that is no fault of a statement. Told by SQLSTATE, whose classes are PostgreSQL's
 * (<a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">error codes</a>).
 */
public enum DatabaseFault {
    /** The server is not there, is starting or stopping, or takes no more connections; whether a commit arrived is unknown. */
    UNREACHABLE,

    /** It has no room to store what was sent: the transaction was rolled back. */
    FULL,

    /** Somebody else kept the rows too long, or each waited for the other: the transaction was rolled back. */
    LOCKED;

    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String DEADLOCK = "40P01";
    private static final String NO_LOCK_IN_TIME = "55P03";
    private static final String CONNECTION = "08";
    private static final String OPERATOR_INTERVENED = "57P";

    /** The fault behind a failure; empty if the failure has another cause. */
    public static Optional<DatabaseFault> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var fault = of(sql);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<DatabaseFault> of(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return Optional.of(UNREACHABLE);
        }
        return switch (Objects.requireNonNullElse(failure.getSQLState(), "")) {
            case DISK_FULL -> Optional.of(FULL);
            case DEADLOCK, NO_LOCK_IN_TIME -> Optional.of(LOCKED);
            case TOO_MANY_CONNECTIONS -> Optional.of(UNREACHABLE);
            case String state
            when state.startsWith(CONNECTION) || state.startsWith(OPERATOR_INTERVENED) -> Optional.of(UNREACHABLE);
            default -> Optional.empty();
        };
    }
}
