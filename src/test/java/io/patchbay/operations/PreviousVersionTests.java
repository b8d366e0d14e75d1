package io.patchbay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Old and new version run side by side while an installation is upgraded: the schema of this version understands what the last
 * tagged one sends. Its statements are in {@code db/baseline/statements.sql}, one a line.
 */
@PortalTest
class PreviousVersionTests {

    private static final Path STATEMENTS = Path.of("src/test/resources/db/baseline/statements.sql");
    private static final int FEWEST = 150;

    /** PostgreSQL wants to know the type of a parameter first, which the driver says with its value. */
    private static final String TYPE_UNKNOWN = "42P18";

    @Test
    void theSchemaUnderstandsWhatTheVersionBeforeSends(Portal portal) throws Exception {
        var statements = Files.readAllLines(STATEMENTS);
        assertThat(statements).hasSizeGreaterThan(FEWEST);
        try (var connection = portal.database().asApplication()) {
            assertThat(refused(connection, statements)).isEmpty();
        }
    }

    @Test
    void aStatementThatIsNotUnderstoodIsFound(Portal portal) throws Exception {
        try (var connection = portal.database().asApplication()) {
            assertThat(refused(connection, List.of("select company_id from company", "select nothing from company")))
                    .containsOnlyKeys("select nothing from company");
        }
    }

    private static TreeMap<String, String> refused(Connection connection, List<String> statements) {
        var refused = new TreeMap<String, String>();
        for (var sql : statements) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.getParameterMetaData();
                statement.getMetaData();
            } catch (SQLException e) {
                if (!TYPE_UNKNOWN.equals(e.getSQLState())) {
                    refused.put(sql, String.valueOf(e.getMessage()));
                }
            }
        }
        return refused;
    }
}
