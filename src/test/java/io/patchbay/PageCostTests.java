package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page costs a handful of SQL statements, whatever the amount of data. */
@PortalTest
class PageCostTests {

    private static final int STATEMENTS_AT_MOST = 28;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalog",
                "/deployments",
                "/events",
                "/settings/environments",
                "/settings/users",
                "/settings/users/pending",
                "/settings/quotes",
                "/account"
            })
    void costsTheSameWithMoreData(String page, Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        ada.visit(page);
        var few = StatementCount.during(() -> ada.visit(page));
        for (int i = 0; i < 20; i++) {
            ada.post("/settings/environments", "name", "Environment " + i);
        }
        ada.visit(page);
        var many = StatementCount.during(() -> ada.visit(page));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(STATEMENTS_AT_MOST);
    }
}
