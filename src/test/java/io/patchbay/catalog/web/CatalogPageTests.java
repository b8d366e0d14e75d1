package io.patchbay.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.search.CatalogFilter;
import io.patchbay.catalog.search.CatalogSearch;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The App Catalog as a company sees it. */
@PortalTest
class CatalogPageTests {

    private static final Pattern APP = Pattern.compile("href=\"/catalog/([^\"?]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\"\\s+href=\"([^\"]+)\"");
    private static final Pattern PREVIOUS = Pattern.compile("rel=\"prev\"\\s+href=\"([^\"]+)\"");

    @Test
    void isBehindAConnection(Portal portal) {
        portal.importCatalog();
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(ada.visit("/catalog").body()).contains("No Connection Found").doesNotContain("pb-apps");
        assertThat(ada.visit("/catalog/7zip.7zip").body())
                .contains("Connect an Intune tenant to deploy applications to it.")
                .doesNotContain("/deployments/new");
    }

    @ParameterizedTest
    @CsvSource({
        "firefox, Mozilla.Firefox",
        "firefx, Mozilla.Firefox",
        "Chorme, Google.Chrome",
        "notpad, Notepad++.Notepad++",
        "7-zp, 7zip.7zip",
        "libre ofice, TheDocumentFoundation.LibreOffice",
        "visual studio code, Microsoft.VisualStudioCode",
        "vlc, VideoLAN.VLC"
    })
    void findsWhatIsMeantAlsoWithAWrongLetter(String typed, String app, Portal portal) {
        portal.importCatalog();
        var search = portal.bean(CatalogSearch.class);
        var found = search.find(new CatalogFilter(typed, "", null, null), null, null)
                .apps();
        assertThat(found).extracting(one -> one.app().value()).first().isEqualTo(app);
    }

    @Test
    void pagesHoldEveryApplicationOnceInTheOrderOfNames(Portal portal) {
        portal.importCatalog();
        var ada = connected(portal);
        var all = new ArrayList<String>();
        var page = ada.visit("/catalog").body();
        for (var next = NEXT.matcher(page); next.find(); next = NEXT.matcher(page)) {
            all.addAll(apps(page));
            page = ada.visit(next.group(1).replace("&amp;", "&")).body();
        }
        all.addAll(apps(page));
        assertThat(all)
                .doesNotHaveDuplicates()
                .hasSize(portal.microsoft().controls().publishers().versions().size());
        var previous = PREVIOUS.matcher(page);
        assertThat(previous.find()).isTrue();
        page = ada.visit(previous.group(1).replace("&amp;", "&")).body();
        assertThat(all).containsSubsequence(apps(page));
        assertThat(apps(page)).hasSize(24);
    }

    @Test
    void filtersNarrowAndStandInTheAddress(Portal portal) {
        portal.importCatalog();
        var ada = connected(portal);
        assertThat(apps(ada.visit("/catalog?publisher=mozilla&view=list").body()))
                .containsExactlyInAnyOrder("Mozilla.Firefox", "Mozilla.Thunderbird");
        assertThat(ada.page().body()).contains("<table").doesNotContain("pb-apps");
        assertThat(apps(ada.visit("/catalog?architecture=X64&updated=7").body()))
                .isNotEmpty();
        portal.microsoft().controls().advanceClock(java.time.Duration.ofDays(8));
        var eve = new Surfer(portal).signIn(Contoso.ADMIN);
        assertThat(eve.visit("/catalog?updated=7").body()).contains("No matching applications");
        assertThat(eve.get("/catalog?updated=8").statusCode()).isEqualTo(400);
        assertThat(eve.get("/catalog?q=" + "x".repeat(101)).statusCode()).isEqualTo(400);
        assertThat(eve.get("/catalog?q=%25%5C_'%22%00").statusCode()).isLessThan(500);
        assertThat(eve.get("/catalog?after=nothing.here").statusCode()).isEqualTo(200);
    }

    @Test
    void anApplicationShowsItsVersionsAndSaysWhyItCannotBeDeployed(Portal portal) {
        portal.importCatalog();
        var ada = connected(portal);
        var page = ada.visit("/catalog/7zip.7zip").body();
        assertThat(page)
                .contains("rel=\"noopener noreferrer\"")
                .contains("href=\"https://www.7-zip.org/\"")
                .contains("24.09")
                .contains("24.08")
                .contains("msiexec /i &quot;7z-x64.msi&quot; /quiet", "Windows Installer lists product code {")
                .doesNotContain("{file}", "{productCode}")
                .contains("You need a license to deploy to this environment.")
                .doesNotContain("/deployments/new");
        portal.microsoft().controls().publishers().withdraw("7zip.7zip", "24.09");
        portal.importCatalog();
        assertThat(ada.visit("/catalog/7zip.7zip").body()).contains("Installers for version 24.08");
        assertThat(ada.visit("/catalog/7zip.7zip?version=24.09").body()).contains("This version has been withdrawn");
        assertThat(ada.get("/catalog/7zip.7zip?version=1").statusCode()).isEqualTo(404);
        assertThat(ada.get("/catalog/No.Such").statusCode()).isEqualTo(404);
        assertThat(ada.visit("/catalog/Notepad++.Notepad++").body()).contains("Notepad++");
    }

    @Test
    void supportSeesWhatCouldNotBeTaken(Portal portal) {
        portal.microsoft().controls().publishers().spoil("7zip.7zip", "24.09");
        portal.importCatalog();
        var support = new Surfer(portal).signIn("support@patchbay.onmicrosoft.com");
        assertThat(support.visit("/support/catalog").body())
                .contains("Manifests that couldn&#39;t be imported: 1")
                .contains("The file isn&#39;t valid YAML");
    }

    @Test
    void aPageCostsTheSameWithTenThousandApplications(Portal portal) {
        portal.importCatalog();
        var ada = connected(portal);
        var few = statements(ada);
        portal.database().execute("""
                insert into catalog_app (app_id, name, publisher, summary, description, newest_version, updated_at,
                  architectures, withdrawn)
                select 'Made.App' || n, 'Application ' || md5(n::text), 'Publisher ' || n % 500, 'Does things', 'Does things',
                  '1.0', now(), '{X64}', false from generate_series(1, 10000) n
                """);
        portal.database().execute("vacuum analyze catalog_app");
        assertThat(statements(ada)).isEqualTo(few);
        assertThat(plan(portal, "select * from catalog_app where not withdrawn order by name_key, app_id limit 25"))
                .contains("catalog_app_name_ix")
                .doesNotContain("Sort");
        assertThat(plan(portal, "select * from catalog_app where not withdrawn and search_text like '%firefox%'"))
                .contains("catalog_app_search_text_ix");
        assertThat(portal.bean(CatalogSearch.class)
                        .find(new CatalogFilter("firefx", "", null, null), null, null)
                        .apps()
                        .getFirst()
                        .app())
                .isEqualTo(new AppId("Mozilla.Firefox"));
    }

    private static List<Long> statements(Surfer ada) {
        return Stream.of("/catalog", "/catalog?q=app", "/catalog/7zip.7zip")
                .map(page -> {
                    ada.visit(page);
                    return StatementCount.during(() -> ada.visit(page));
                })
                .toList();
    }

    private static String plan(Portal portal, String query) {
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery("explain " + query)) {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> apps(String page) {
        return APP.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }
}
