package io.patchbay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Chromium;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.SmallPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the documentation are of pages as they are. After a change of what pages look like they are taken again by
 * {@code ./mvnw test -Dtest=DocumentedPagesTests -Dpatchbay.docs=write}.
 */
@BrowserTest
@PortalTest
class DocumentedPagesTests {

    private static final Path PICTURES = Path.of("src/docs/pictures");
    private static final String HINT =
            "take the pictures again with ./mvnw test -Dtest=DocumentedPagesTests -Dpatchbay.docs=write";
    private static final int LARGEST = 100_000;

    private static final List<Picture> PAGES = List.of(
            new Picture("overview", "/overview", ColorScheme.LIGHT),
            new Picture("environments", "/settings/environments", ColorScheme.LIGHT),
            new Picture("connection", "/settings/environments/{environment}/intune", ColorScheme.LIGHT),
            new Picture("app-catalog", "/catalog", ColorScheme.DARK),
            new Picture("application", "/catalog/7zip.7zip", ColorScheme.LIGHT),
            new Picture("deployments", "/deployments", ColorScheme.LIGHT),
            new Picture("deployment", "/deployments/{deployment}", ColorScheme.DARK),
            new Picture("events", "/events", ColorScheme.LIGHT),
            new Picture("disconnect", "/settings/environments/{environment}/intune/delete", ColorScheme.LIGHT),
            new Picture("company", "/settings/company", ColorScheme.LIGHT));

    private record Picture(String name, String page, ColorScheme scheme) {

        Path file() {
            return PICTURES.resolve(name + ".png");
        }
    }

    @Test
    void picturesOfTenPagesAreThereAndShown(Portal portal) throws IOException {
        if ("write".equals(System.getProperty("patchbay.docs"))) {
            take(portal);
        }
        var overview = Files.readString(Path.of("src/docs/README.md"));
        for (var picture : PAGES) {
            assertThat(picture.file()).as(HINT).exists();
            assertThat(Files.size(picture.file())).as(picture.name()).isLessThan(LARGEST);
            assertThat(overview).contains("](pictures/" + picture.name() + ".png)");
        }
        try (var files = Files.list(PICTURES)) {
            assertThat(files).hasSameSizeAs(PAGES);
        }
        assertThat(Files.readString(Path.of("README.md"))).contains("](src/docs/pictures/");
    }

    private static void take(Portal portal) throws IOException {
        var contoso = Deploying.begin(portal);
        var deployment = contoso.publish(
                Deploying.SEVEN_ZIP, Deploying.latest().with(List.of(contoso.required("Design Studio"))));
        contoso.awaitStatus(deployment, VersionStatus.SUCCESS);
        Contoso.addChannelAndBanner(portal, contoso.founder());
        portal.database().execute("delete from banner");
        Files.createDirectories(PICTURES);
        try (var browser = Chromium.open(1280, ColorScheme.LIGHT)) {
            contoso.founder().lendSession(browser);
            var page = browser.newPage();
            for (var picture : PAGES) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(picture.scheme()));
                page.navigate(portal.url()
                        + picture.page()
                                .replace("{environment}", contoso.environment().toString())
                                .replace("{deployment}", deployment.toString()));
                Files.write(picture.file(), SmallPng.of(page.screenshot()));
            }
        }
    }
}
