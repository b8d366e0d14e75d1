package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database of the last tagged baseline is migrated to the newest version and loses nothing but what is said to go. */
class UpgradeTests {

    private static final Baseline BASELINE = Baseline.tagged();

    private static Map<String, StoredTable> before = Map.of();
    private static Map<String, StoredTable> after = Map.of();

    @BeforeAll
    static void upgrade() throws SQLException {
        var database = TestDatabase.named("patchbay_upgrade");
        migrate(database, BASELINE.version());
        database.execute(BASELINE.data());
        before = StoredTable.all(database);
        migrate(database, "latest");
        after = StoredTable.all(database);
    }

    @Test
    void everyTableAndColumnOfTheBaselineHasAValue() {
        var empty = new TreeSet<String>();
        before.forEach((name, table) -> {
            for (var column : table.columns()) {
                if (table.rows().stream().allMatch(row -> row.get(column) == null)) {
                    empty.add(name + "." + column);
                }
            }
        });
        assertThat(empty).as("To be added to db/baseline/data.sql").isEmpty();
    }

    @Test
    void onlyWhatIsSaidToGoIsGone() {
        var gone = new TreeSet<String>();
        before.forEach((name, table) -> {
            var now = after.get(BASELINE.newNameOf(name));
            if (now == null) {
                gone.add(name);
                return;
            }
            for (var column : table.columns()) {
                if (!now.columns().contains(BASELINE.newNameOf(name, column))) {
                    gone.add(name + "." + column);
                }
            }
        });
        assertThat(gone)
                .as("Tables and columns that are dropped: see db/baseline/baseline.properties")
                .isEqualTo(BASELINE.dropped());
    }

    @Test
    void everyRowIsThereWithItsValues() {
        var missing = new TreeMap<String, List<Map<String, @Nullable String>>>();
        before.forEach((name, table) -> {
            var now = after.get(BASELINE.newNameOf(name));
            var rows = now == null ? List.<Map<String, @Nullable String>>of() : missing(name, table, now);
            if (!rows.isEmpty()) {
                missing.put(name, rows);
            }
        });
        assertThat(missing).as("Rows that are not found again, by table").isEmpty();
    }

    /** The old rows for which there is no new one; a new one stands for one old row only. */
    private static List<Map<String, @Nullable String>> missing(String name, StoredTable old, StoredTable now) {
        var compared = new HashMap<String, String>();
        for (var column : old.columns()) {
            var newName = BASELINE.newNameOf(name, column);
            if (now.columns().contains(newName) && !BASELINE.rewritten().contains(name + "." + column)) {
                compared.put(column, newName);
            }
        }
        var left = new ArrayList<Map<String, @Nullable String>>();
        now.rows().forEach(row -> left.add(only(Set.copyOf(compared.values()), row)));
        var missing = new ArrayList<Map<String, @Nullable String>>();
        for (var row : old.rows()) {
            var sought = new HashMap<String, @Nullable String>();
            compared.forEach((column, newName) -> sought.put(newName, row.get(column)));
            if (!left.remove(sought)) {
                missing.add(sought);
            }
        }
        return missing;
    }

    private static Map<String, @Nullable String> only(Set<String> columns, Map<String, @Nullable String> row) {
        var some = new HashMap<String, @Nullable String>(row);
        some.keySet().retainAll(columns);
        return some;
    }

    private static void migrate(TestDatabase database, String version) {
        var access = database.properties();
        Flyway.configure()
                .dataSource(
                        access.get("spring.flyway.url").toString(),
                        access.get("spring.flyway.user").toString(),
                        access.get("spring.flyway.password").toString())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
