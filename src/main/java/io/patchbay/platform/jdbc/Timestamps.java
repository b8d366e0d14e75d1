package io.patchbay.platform.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Instants as PostgreSQL's driver takes and gives a {@code timestamptz}: JDBC knows OffsetDateTime and not Instant, neither does
 * the JdbcClient convert it.
 */
public final class Timestamps {

    private Timestamps() {}

    /** The parameter of a statement for an instant. */
    public static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The parameter of a statement for an instant, which may be missing. */
    public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    /** The instant in a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The instant in a column that is never null; the first column is 1. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The instant in a column, where there is one. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        return orNull(row.getObject(column, OffsetDateTime.class));
    }

    /** The instant in a column, where there is one; the first column is 1. */
    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        return orNull(row.getObject(column, OffsetDateTime.class));
    }

    private static @Nullable Instant orNull(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
