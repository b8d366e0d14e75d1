package io.patchbay.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the database's fault is told from what is a statement's. */
class DatabaseFaultTests {

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            08001, UNREACHABLE
            08006, UNREACHABLE
            57P01, UNREACHABLE
            57P03, UNREACHABLE
            53300, UNREACHABLE
            53100, FULL
            53200, none
            57014, none
            23505, none
            40P01, LOCKED
            55P03, LOCKED
            40001, none
            none,  none
            """)
    void isToldBySqlState(String state, DatabaseFault fault) {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("refused", state)));
        assertThat(DatabaseFault.of(failure).orElse(null)).isEqualTo(fault);
    }

    @Test
    void aPoolWithoutConnectionsIsAnUnreachableDatabase() {
        assertThat(DatabaseFault.of(new SQLTransientConnectionException("none left")))
                .contains(DatabaseFault.UNREACHABLE);
    }

    @Test
    void whatHasNothingToDoWithADatabaseIsNone() {
        assertThat(DatabaseFault.of(new IllegalStateException())).isEmpty();
    }
}
