package io.patchbay.testsupport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What watches all other tests sees what it is for, and nothing else. */
@Tag("fast")
class ShardedTransactionTests {

    private static final String CONNECTION = "of this test";
    private static final String WRITE = "update member set role = ? where company_id = ?";
    private static final String WRITE_FIRST =
            "with gone as (delete from tenant_claim where tenant_id = ? returning 1) select 1";
    private static final String LOCAL_WRITE = "insert into rate_limit (bucket) values (?)";
    private static final String ASK = "select * from cross_tenant_event_token(?)";
    private static final String SEARCH = "select * from EVENT_SEARCH(?, ?)";

    @BeforeEach
    void begin() {
        ShardedTransaction.begun(CONNECTION);
    }

    @AfterEach
    void end() {
        ShardedTransaction.ended(CONNECTION);
    }

    private static void send(String... statements) {
        for (var statement : statements) {
            ShardedTransaction.check(CONNECTION, statement);
        }
    }

    @Test
    void anotherRoleIsNotAskedAfterAWrite() {
        send(WRITE);
        assertThatThrownBy(() -> send(ASK)).hasMessageContaining("cross_tenant_event_token");
        assertThatThrownBy(() -> send(SEARCH)).hasMessageContaining(WRITE);
    }

    @Test
    void aTableThatIsOnEveryNodeCountsAndAWriteWithinAQuery() {
        send(WRITE_FIRST);
        assertThatThrownBy(() -> send(ASK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatComesBeforeOrInAnotherTransactionOrStaysOnTheCoordinatorIsFine() {
        assertThatCode(() -> {
                    send(ASK, LOCAL_WRITE, ASK, WRITE);
                    ShardedTransaction.committed(CONNECTION);
                    send(ASK);
                    ShardedTransaction.ended(CONNECTION);
                    send(WRITE, ASK);
                })
                .doesNotThrowAnyException();
    }
}
