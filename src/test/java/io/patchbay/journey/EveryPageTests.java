package io.patchbay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.patchbay.testsupport.Accessibility;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Chromium;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Endpoint;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every page, with the longest names there can be, of which some are written from right to left: nothing scrolls sideways on the
 * narrowest telephone, axe finds nothing, in the dark either, and the page's main action is seen without scrolling.
 */
@BrowserTest
@PortalTest
class EveryPageTests {

    private static final String ARABIC = "شركة التجربة (٤٢) ";
    private static final String HEBREW = "סביבת הבדיקה! ";

    /** How far down the first button of that kind ends, which is none of a row or card; 0 where the page has none. */
    private static final String MAIN_ACTION = """
            () => {
              const ends = [...document.querySelectorAll('main .btn-primary:not(.btn-sm)')]
                .filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().bottom);
              return ends.length === 0 ? 0 : Math.round(Math.min(...ends));
            }""";

    /** The innermost elements that reach beyond the window. */
    private static final String WIDEST = """
            () => [...document.querySelectorAll('body *')]
              .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
              .slice(-3).map(one => one.outerHTML.slice(0, 200))""";

    private static final int FOLD = 800;

    private final List<String> troubles = new ArrayList<>();

    @Test
    void holdsAnyNameIsAccessibleAndShowsItsMainActionAtOnce(Portal portal) {
        var contoso = Contoso.connected(portal);
        rename(portal, contoso.founder());
        try (var browser = Chromium.open(320, ColorScheme.LIGHT)) {
            var page = browser.newPage();
            var seen = 0;
            var ids = contoso.identifiers();
            for (var endpoint : Endpoint.all(portal)) {
                var who = contoso.personFor(endpoint);
                var address = address(endpoint, ids);
                if (endpoint.method() == RequestMethod.GET && isPage(who, address)) {
                    who.lendSession(browser);
                    look(page, portal.url() + address);
                    seen++;
                }
            }
            assertThat(seen).as("pages").isGreaterThan(60);
        }
        assertThat(troubles).isEmpty();
    }

    private static String address(Endpoint endpoint, Map<String, UUID> ids) {
        return endpoint.pattern().equals("/catalog/{app}") ? "/catalog/7zip.7zip" : endpoint.address(ids);
    }

    private static boolean isPage(Surfer who, String address) {
        var answer = who.get(address);
        return answer.statusCode() == 200 && answer.body().contains("<title>");
    }

    private void look(Page page, String address) {
        page.setViewportSize(320, FOLD);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(address);
        if (page.url().endsWith("/sign-in") && !address.equals(page.url())) {
            troubles.add(address + " leads to sign-in");
            return;
        }
        var wide = Accessibility.sidewaysScroll(page);
        if (wide > 0) {
            troubles.add(address + " scrolls sideways by " + wide + " because of " + page.evaluate(WIDEST));
        }
        Accessibility.violations(page).forEach(one -> troubles.add(address + " " + one));
        page.setViewportSize(1280, FOLD);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Accessibility.violationsOfContrast(page).forEach(one -> troubles.add(address + " in the dark " + one));
        var end = (int) page.evaluate(MAIN_ACTION);
        if (end > FOLD) {
            troubles.add(address + " has its main action at " + end);
        }
    }

    /** Renames everything that people name, and makes events that tell of it. */
    private static void rename(Portal portal, Surfer founder) {
        portal.database().execute("update company set name = '%s' || repeat('M', 80)".formatted(ARABIC));
        portal.database().execute("update environment set name = '%s' || repeat('ש', 80)".formatted(HEBREW));
        portal.database().execute("update member set name = '%s' || repeat('Q', 200)".formatted(ARABIC));
        portal.database().execute("""
                update intune_connection set tenant_name = '%s' || repeat('Z', 200), primary_domain = repeat('y', 200)
                """.formatted(HEBREW));
        portal.database().execute("update channel set name = '%s' || repeat('ك', 80)".formatted(ARABIC));
        portal.database().execute("update group_role set name = '%s' || repeat('G', 200)".formatted(HEBREW));
        portal.database().execute("update banner set title = '%s' || repeat('B', 80)".formatted(ARABIC));
        portal.database().execute("update deployment set app_name = '%s' || repeat('A', 200)".formatted(HEBREW));
        portal.database().execute("update catalog_app set name = '%s' || repeat('A', 200)".formatted(HEBREW));
        portal.database().execute("update access_request set name = '%s' || repeat('R', 200)".formatted(ARABIC));
        founder.visit("/settings/environments/new");
        founder.post("/settings/environments", "name", HEBREW + "W".repeat(80));
    }
}
