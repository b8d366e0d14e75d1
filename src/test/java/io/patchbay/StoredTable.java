package io.patchbay;

import io.patchbay.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is stored, each value as text.
 *
 * @param columns their names
 * @param rows in no order, by name of the column
 */
record StoredTable(List<String> columns, List<Map<String, @Nullable String>> rows) {

    /** All tables by name, without Flyway's own, which grows with each migration. */
    static Map<String, StoredTable> all(TestDatabase database) throws SQLException {
        try (var admin = database.asSuperuser()) {
            var tables = new TreeMap<String, StoredTable>();
            for (var name : names(admin)) {
                tables.put(name, read(admin, name));
            }
            return tables;
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery("""
                select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
                  and c.relname <> 'flyway_schema_history'
                """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static StoredTable read(Connection connection, String table) throws SQLException {
        try (var result = connection.createStatement().executeQuery("select * from \"" + table + "\"")) {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                columns.add(result.getMetaData().getColumnName(i));
            }
            var rows = new ArrayList<Map<String, @Nullable String>>();
            while (result.next()) {
                var row = new HashMap<String, @Nullable String>();
                for (var column : columns) {
                    row.put(column, result.getString(column));
                }
                rows.add(row);
            }
            return new StoredTable(columns, rows);
        }
    }
}
