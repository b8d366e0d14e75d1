package io.patchbay.environment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Intune tab of Settings | Environments: a card each, or a table as soon as there are more than a few. */
@PortalTest
class EnvironmentListTests {

    private static final String PAGE = "/settings/environments";
    private static final Pattern NAME = Pattern.compile("<strong>([^<]+)</strong>");

    private static Surfer withBranches(Portal portal) {
        var ada = Contoso.connected(portal).founder();
        for (var name : List.of("Rome", "Berlin", "Athens")) {
            ada.post(PAGE, "name", name);
        }
        return ada;
    }

    private static List<String> names(String page) {
        var names = new ArrayList<String>();
        var table = page.contains("<tbody>") ? page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>")) : "";
        var found = NAME.matcher(table);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    @Test
    void oneIsACardInTheTab(Portal portal) {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        var page = ada.visit(PAGE).body();
        assertThat(page).contains(">Intune</a>", "Connect Default Environment").doesNotContain("<table");
        assertThat(page.indexOf("nav-tabs")).isLessThan(page.indexOf("Connect Default Environment"));
    }

    @ParameterizedTest
    @CsvSource({
        "?, Default Environment Rome Berlin Athens",
        "?sort=NAME, Athens Berlin Default Environment Rome",
        "?sort=NAME&descending=true, Rome Default Environment Berlin Athens",
        "?sort=TENANT&descending=true, Default Environment Rome Berlin Athens",
        "?sort=EXPIRATION, Default Environment Rome Berlin Athens",
        "?status=CONNECTED, Default Environment",
        "?status=NOT_CONNECTED&sort=NAME, Athens Berlin Rome",
        "?q=contoso, Default Environment",
        "?q=erl, Berlin"
    })
    void severalAreATableThatIsSoughtAndSorted(String query, String names, Portal portal) {
        var page = withBranches(portal).visit(PAGE + query).body();
        assertThat(String.join(" ", names(page))).isEqualTo(names);
        assertThat(page.contains("aria-sort")).isEqualTo(query.contains("sort="));
    }

    @Test
    void aRowOffersWhatCanBeDone(Portal portal) {
        var page = withBranches(portal).visit(PAGE).body();
        assertThat(page)
                .contains("Connect Rome", "Reconnect: Default Environment", "Delete: Default Environment", "Contoso");
        assertThat(page).doesNotContain("Reconnect: Rome", "Connect Default Environment");
    }

    @Test
    void nothingFoundSaysSo(Portal portal) {
        assertThat(withBranches(portal).visit(PAGE + "?status=ATTENTION").body())
                .contains("No matching environments");
        assertThat(withBranches(portal).get(PAGE + "?status=BEST").statusCode()).isEqualTo(400);
    }

    /** Pages keep what they read of environments as long as it is what is stored, which another instance may have changed. */
    @Test
    void aPageReadsThemAgainOnceSomebodyChangedThem(Portal portal) {
        var ada = withBranches(portal);
        ada.visit(PAGE);
        var reads = StatementCount.costOf(() -> ada.visit(PAGE)).statements().stream()
                .filter(statement -> statement.startsWith("select e1_0"))
                .toList();
        assertThat(reads).isEmpty();
        portal.database().execute("update environment set name = 'Milan' where name = 'Rome'");
        assertThat(names(ada.visit(PAGE).body())).contains("Milan").doesNotContain("Rome");
        portal.database().execute("delete from environment where name = 'Milan'");
        assertThat(ada.visit(PAGE).body()).doesNotContain("Milan").contains("Berlin");
        portal.database().execute("update intune_connection set tenant_name = 'Contoso Group'");
        assertThat(ada.visit(PAGE).body()).contains("Contoso Group");
        portal.database().execute("update intune_connection set state = 'LOST', problem = 'CONSENT_MISSING'");
        assertThat(ada.visit("/events").body()).contains("The connection to Contoso Group is lost");
    }
}
