package io.patchbay.testsupport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What watches all other tests sees what it is for, and nothing else. */
@Tag("fast")
class BoundCompanyTests {

    private static final String CONNECTION = "of this test";
    private static final String BINDING =
            "set transaction isolation level repeatable read; set local patchbay.company_id = '01a2'";
    private static final String READ = "select m.name from MEMBER m where m.company_id = ?";

    @AfterEach
    void end() {
        BoundCompany.ended(CONNECTION);
    }

    private static void send(String... statements) {
        for (var statement : statements) {
            BoundCompany.check(CONNECTION, statement);
        }
    }

    @Test
    void aCompanysTableIsAskedOnlyWhereTheCompanyIsBound() {
        assertThatThrownBy(() -> send(READ)).hasMessageContaining(READ);
        assertThatCode(() -> send(BINDING, READ, READ)).doesNotThrowAnyException();
    }

    @Test
    void theBindingEndsWithTheTransactionOrIsTakenBack() {
        send(BINDING);
        BoundCompany.ended(CONNECTION);
        assertThatThrownBy(() -> send(READ)).isInstanceOf(IllegalStateException.class);
        send(BINDING, "set local patchbay.company_id = ''");
        assertThatThrownBy(() -> send(READ)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatBelongsToNoCompanyNeedsNone() {
        assertThatCode(() -> send("select * from rate_limit", "select * from cross_tenant_membership(?, ?, ?)"))
                .doesNotThrowAnyException();
    }
}
