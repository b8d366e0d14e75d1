package io.patchbay.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema can be distributed over several servers by company, with the script that does so. */
@PortalTest
class DistributionTests {

    private static final Path SCRIPT = Path.of("src/main/resources/db/citus.sql");
    private static final Path GUIDE = Path.of("src/docs/operations/growing.md");
    private static final Pattern DISTRIBUTED =
            Pattern.compile("create_distributed_table\\('(\\w+)', 'company_id'(?:, colocate_with => 'company')?\\)");
    private static final Pattern REFERENCE = Pattern.compile("create_reference_table\\('(\\w+)'\\)");

    private record ForeignKey(String from, String to) {}

    @Test
    void everyTableHasItsPlace(Portal portal) throws IOException {
        assertThat(found(SCRIPT, DISTRIBUTED))
                .containsExactlyInAnyOrderElementsOf(portal.database().companyTables());
        var shared = new TreeSet<>(portal.database().allTables());
        shared.removeAll(portal.database().companyTables());
        assertThat(found(GUIDE, Pattern.compile("\\| `(\\w+)` \\| (?:every node|coordinator) \\|")))
                .containsExactlyInAnyOrderElementsOf(shared);
        assertThat(found(GUIDE, Pattern.compile("\\| `(\\w+)` \\| every node \\|")))
                .containsExactlyInAnyOrderElementsOf(found(SCRIPT, REFERENCE));
    }

    @Test
    void noForeignKeyLeavesItsNode(Portal portal) throws Exception {
        var placed = new ArrayList<>(found(SCRIPT, REFERENCE));
        placed.addAll(found(SCRIPT, DISTRIBUTED));
        var distributed = Set.copyOf(found(SCRIPT, DISTRIBUTED));
        assertThat(foreignKeys(portal)).isNotEmpty().allSatisfy(key -> {
            assertThat(distributed.contains(key.to())).as("%s", key).isIn(false, distributed.contains(key.from()));
            if (distributed.contains(key.from())) {
                assertThat(placed.indexOf(key.to()))
                        .as("%s", key)
                        .isNotNegative()
                        .isLessThanOrEqualTo(placed.indexOf(key.from()));
            }
        });
    }

    /** Parameters inside a function in SQL cannot be planned over shards. */
    @Test
    void functionsAcrossCompaniesAreInALanguageThatIsPlanned(Portal portal) throws SQLException {
        assertThat(column(portal, """
                select proname from pg_proc p join pg_language l on l.oid = p.prolang
                where proname like 'cross\\_tenant\\_%' and lanname <> 'plpgsql'
                """)).isEmpty();
    }

    private static List<ForeignKey> foreignKeys(Portal portal) throws SQLException {
        return column(portal, """
                select conrelid::regclass || ' ' || confrelid::regclass from pg_constraint
                where contype = 'f' and conparentid = 0
                """).stream()
                .map(key -> key.split(" "))
                .map(key -> new ForeignKey(key[0], key[1]))
                .toList();
    }

    private static List<String> column(Portal portal, String query) throws SQLException {
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static List<String> found(Path file, Pattern pattern) throws IOException {
        return Stream.of(Files.readString(file))
                .flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1))
                .toList();
    }
}
