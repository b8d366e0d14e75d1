package io.patchbay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Icons are fetched from where manifests say, and shown in the catalog. */
@PortalTest
class CatalogIconTests {

    private static final AppId SEVEN_ZIP = new AppId("7zip.7zip");
    private static final Pattern ICON = Pattern.compile("src=\"(/catalog/icons/[0-9a-f]{64})\"");

    @Test
    void anIconIsDrawnAnewAndShown(Portal portal) throws IOException {
        portal.importCatalog();
        var ada = connected(portal);
        fetch(portal);
        var page = ada.visit("/catalog/7zip.7zip").body();
        var address = ICON.matcher(page);
        assertThat(address.find()).isTrue();
        assertThat(page).doesNotContain("pb-tile");
        var answer = ada.get(address.group(1));
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "private");
        var stored = portal.bean(CatalogIcons.class).of(SEVEN_ZIP).orElseThrow();
        var drawn = ImageIO.read(new ByteArrayInputStream(stored.content()));
        assertThat(drawn.getWidth()).isEqualTo(128);
        assertThat(ada.get("/catalog/icons/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    }

    @Test
    void everyIconIsFetchedOnceAndALetterStandsForThoseThatHaveNone(Portal portal) {
        portal.importCatalog();
        var ada = connected(portal);
        fetch(portal);
        var stored = portal.database().count("catalog_icon where content is not null");
        assertThat(stored)
                .isEqualTo(portal.database().count("catalog_app where icon_url is not null"))
                .isGreaterThan(50)
                .isLessThan(portal.database().count("catalog_app"));
        assertThat(ada.visit("/catalog").body()).contains("pb-icon", "pb-tile");
        portal.microsoft().controls().publishers().fail("7zip.7zip", DownloadFault.NOT_FOUND);
        assertThat(StatementCount.during(() -> fetch(portal))).isLessThan(3);
        assertThat(portal.database().count("catalog_icon where content is not null"))
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "WRONG_BYTES", "UNAVAILABLE"})
    void oneThatCannotBeHadIsTriedAgainADayLater(DownloadFault fault, Portal portal) {
        portal.importCatalog();
        var publishers = portal.microsoft().controls().publishers();
        var icons = portal.bean(CatalogIcons.class);
        publishers.fail("7zip.7zip", fault);
        fetch(portal);
        assertThat(icons.of(SEVEN_ZIP)).isEmpty();
        publishers.fail("7zip.7zip", DownloadFault.NONE);
        fetch(portal);
        assertThat(icons.of(SEVEN_ZIP)).isEmpty();
        portal.microsoft().controls().advanceClock(Duration.ofDays(1));
        fetch(portal);
        assertThat(icons.of(SEVEN_ZIP)).isPresent();
    }

    @Test
    void whatNoApplicationNamesAnyMoreIsForgotten(Portal portal) {
        portal.importCatalog();
        fetch(portal);
        portal.database().execute("update catalog_app set icon_url = null where app_id = '7zip.7zip'");
        var before = portal.database().count("catalog_icon");
        fetch(portal);
        assertThat(portal.database().count("catalog_icon")).isEqualTo(before - 1);
        assertThat(portal.bean(CatalogIcons.class).of(SEVEN_ZIP)).isEmpty();
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }

    private static void fetch(Portal portal) {
        try {
            portal.bean(CatalogIcons.class).fetch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
