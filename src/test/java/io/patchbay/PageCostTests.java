package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page costs a handful of SQL statements, whatever the amount of data. Counted are all of them: the session, the rights, the
 * binding of the company, the page, navigation, banners and bell.
 */
@PortalTest
class PageCostTests {

    private static final int STATEMENTS_AT_MOST = 8;
    private static final int TRANSACTIONS_AT_MOST = 2;

    /** Ask Microsoft, or gather what many places keep; seldom opened. */
    private static final Set<String> DEARER = Set.of(
            "/account",
            "/companies",
            "/deployments/{id}/assignments",
            "/deployments/{id}/configuration",
            "/deployments/{id}/summary",
            "/deployments/{id}/version",
            "/settings/company/delete",
            "/settings/environments/{id}/intune/delete",
            "/settings/users/groups/new",
            "/settings/users/groups/refreshed",
            "/settings/users/groups/{id}/members");

    @Test
    void everyPageStaysWithinItsLimits(Portal portal) {
        var contoso = Contoso.connected(portal);
        var founder = contoso.founder();
        var tooDear = new ArrayList<String>();
        for (var page : pages(portal)) {
            var address = addressOf(page, contoso);
            founder.get(address);
            var cost = StatementCount.costOf(() -> founder.get(address));
            assertThat(cost.ended()).as(page).isEqualTo(cost.begun());
            if (founder.page().statusCode() == 200
                    && (cost.statements().size() > STATEMENTS_AT_MOST || cost.begun() > TRANSACTIONS_AT_MOST)) {
                tooDear.add("%s: %d transactions and%n%s"
                        .formatted(page, cost.begun(), String.join("\n", cost.statements())));
            }
        }
        assertThat(tooDear).isEmpty();
    }

    private static List<String> pages(Portal portal) {
        return portal.endpoints().keySet().stream()
                .filter(mapping ->
                        mapping.getMethodsCondition().getMethods().toString().equals("[GET]"))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(page -> !DEARER.contains(page) && !page.startsWith("/staff") && !page.startsWith("/support"))
                .sorted()
                .toList();
    }

    private static String addressOf(String page, Contoso contoso) {
        var address = page;
        for (var id : contoso.identifiers().entrySet()) {
            address = address.replaceAll("/" + id.getKey() + "/\\{[a-z]+}", "/" + id.getKey() + "/" + id.getValue());
        }
        return address.replaceAll("\\{[a-zA-Z]+}", "1");
    }

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

        assertThat(StatementCount.during(() -> ada.visit(page))).isEqualTo(few);
    }
}
