package io.patchbay.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.manifest.ManifestTests;
import io.patchbay.catalog.source.CatalogProperties;
import io.patchbay.catalog.source.Sources;
import io.patchbay.outbound.Downloads;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalog is filled from manifests, again and again. */
@PortalTest
class CatalogImportTests {

    private static final AppId SEVEN_ZIP = new AppId("7zip.7zip");
    private static final AppId TOOL = new AppId("Contoso.Tool");

    @TempDir
    Path folder;

    @Test
    void theApplicationsOfTheDownloadHostComeInWithoutAProblem(Portal portal) {
        portal.importCatalog();
        assertThat(portal.bean(CatalogImports.class).problems()).isEmpty();
        var apps = portal.microsoft().controls().publishers().versions().keySet();
        assertThat(portal.database().count("catalog_app"))
                .isEqualTo(apps.size())
                .isGreaterThanOrEqualTo(55);
        var catalog = portal.bean(Catalog.class);
        assertThat(catalog.versions(SEVEN_ZIP)).containsExactly("24.09", "24.08");
        var release = catalog.release(SEVEN_ZIP, "24.09").orElseThrow();
        assertThat(release.publisher()).isEqualTo("Igor Pavlov");
        assertThat(release.installers()).extracting(Installer::type).isNotEmpty();
        assertThat(catalog.names(List.of(SEVEN_ZIP, TOOL))).isEqualTo(Map.of(SEVEN_ZIP, "7-Zip"));
    }

    @Test
    void whatDidNotChangeCostsNothing(Portal portal) {
        portal.importCatalog();
        var statements = StatementCount.during(portal::importCatalog);
        assertThat(statements).isLessThan(10);
        assertThat(portal.bean(CatalogImports.class).runs().getFirst().changed())
                .isZero();
    }

    @Test
    void aNewVersionIsTheNewestForThoseWhoMaySeeIt(Portal portal) {
        portal.importCatalog();
        var before = portal.microsoft().clock().instant();
        portal.microsoft().controls().advanceClock(Duration.ofDays(1));
        portal.microsoft().controls().publishers().release("7zip.7zip", "25.02");
        portal.importCatalog();
        var catalog = portal.bean(Catalog.class);
        var now = portal.microsoft().clock().instant();
        assertThat(catalog.newest(SEVEN_ZIP, now).orElseThrow().version()).isEqualTo("25.02");
        assertThat(catalog.newest(SEVEN_ZIP, before).orElseThrow().version()).isEqualTo("24.09");
        assertThat(portal.bean(CatalogImports.class).runs().getFirst().changed())
                .isEqualTo(1);
    }

    @Test
    void aVersionThatIsGoneIsMarkedAndComesBack(Portal portal) {
        portal.importCatalog();
        var downloads = portal.microsoft().controls().publishers();
        downloads.withdraw("7zip.7zip", "24.09");
        portal.importCatalog();
        var catalog = portal.bean(Catalog.class);
        assertThat(catalog.versions(SEVEN_ZIP)).containsExactly("24.08");
        var release = catalog.release(SEVEN_ZIP, "24.09").orElseThrow();
        assertThat(release.withdrawn()).isTrue();
        downloads.release("7zip.7zip", "24.09");
        portal.importCatalog();
        assertThat(catalog.release(SEVEN_ZIP, "24.09").orElseThrow().withdrawn())
                .isFalse();
        assertThat(catalog.release(SEVEN_ZIP, "24.09").orElseThrow().since()).isEqualTo(release.since());
    }

    @Test
    void aBrokenManifestIsReportedAndTheOthersComeIn(Portal portal) throws IOException {
        write("good/tool.yaml", ManifestTests.SINGLETON);
        write("bad/tool.yaml", "nonsense: [");
        importFrom(portal, folder.toString());
        var imports = portal.bean(CatalogImports.class);
        assertThat(imports.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("bad");
            assertThat(problem.problem()).contains("valid YAML");
        });
        assertThat(portal.bean(Catalog.class).versions(TOOL)).containsExactly("1.10");
        write("bad/tool.yaml", ManifestTests.SINGLETON.replace("1.10", "1.11"));
        importFrom(portal, folder.toString());
        assertThat(imports.problems()).isEmpty();
        assertThat(portal.bean(Catalog.class).versions(TOOL)).containsExactly("1.11", "1.10");
    }

    @Test
    void aVersionStaysWhileItsManifestIsBroken(Portal portal) throws IOException {
        write("tool/tool.yaml", ManifestTests.SINGLETON);
        importFrom(portal, folder.toString());
        write("tool/tool.yaml", ManifestTests.SINGLETON + "PackageName: twice\n");
        importFrom(portal, folder.toString());
        assertThat(portal.bean(Catalog.class).versions(TOOL)).containsExactly("1.10");
        assertThat(portal.bean(CatalogImports.class).problemCount()).isEqualTo(1);
    }

    @Test
    void aVersionThatTwoFoldersHaveIsTakenOnceAndReported(Portal portal) throws IOException {
        write("one/tool.yaml", ManifestTests.SINGLETON);
        importFrom(portal, folder.toString());
        write("two/tool.yaml", ManifestTests.SINGLETON.replace("PackageName: Tool", "PackageName: Imposter"));
        importFrom(portal, folder.toString());
        assertThat(portal.bean(Catalog.class).names(List.of(TOOL))).containsValue("Tool");
        assertThat(portal.bean(CatalogImports.class).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).contains("Another folder"));
        Files.delete(folder.resolve("one/tool.yaml"));
        importFrom(portal, folder.toString());
        importFrom(portal, folder.toString());
        assertThat(portal.bean(Catalog.class).names(List.of(TOOL))).containsValue("Imposter");
        assertThat(portal.bean(CatalogImports.class).problems()).isEmpty();
    }

    @Test
    void aSourceThatIsGoneOrEmptyWithdrawsNothing(Portal portal) throws IOException {
        write("tool/tool.yaml", ManifestTests.SINGLETON);
        importFrom(portal, folder.toString());
        for (var source : List.of(
                folder.resolve("missing").toString(),
                Files.createDirectory(folder.resolve("tool/empty")).toString())) {
            importFrom(portal, source);
            assertThat(portal.bean(CatalogImports.class).runs())
                    .anySatisfy(run -> assertThat(run.failure()).isNotNull());
            assertThat(portal.bean(Catalog.class).versions(TOOL)).containsExactly("1.10");
        }
    }

    @Test
    void aZipFileIsReadWithoutBeingUnpacked(Portal portal) throws IOException {
        var zip = folder.resolve("manifests.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "winget-pkgs-master/.github/workflow.yml", "on: push".getBytes());
            entry(
                    out,
                    "winget-pkgs-master/manifests/c/Contoso/Tool/1.10/tool.yaml",
                    ManifestTests.SINGLETON.getBytes());
            entry(out, "winget-pkgs-master/manifests/../../../../tmp/evil.yaml", "x: y".getBytes());
            entry(out, "winget-pkgs-master/manifests/bomb/bomb.yaml", new byte[50_000_000]);
            entry(out, "winget-pkgs-master/manifests/" + "x".repeat(600) + "/long.yaml", "x: y".getBytes());
        }
        importFrom(portal, zip.toString());
        assertThat(portal.bean(Catalog.class).versions(TOOL)).containsExactly("1.10");
        assertThat(portal.bean(CatalogImports.class).problems())
                .extracting(ManifestProblem::file)
                .containsExactlyInAnyOrder("bomb.yaml", "evil.yaml");
    }

    @Test
    void aZipFileMayBeFetched(Portal portal) {
        importFrom(portal, portal.microsoft().backChannelAddress() + "/download/manifests.zip");
        assertThat(portal.bean(CatalogImports.class).runs().getFirst().failure())
                .isNull();
        assertThat(portal.bean(Catalog.class).versions(SEVEN_ZIP)).hasSize(2);
        portal.microsoft().controls().publishers().fail("nothing.zip", DownloadFault.NOT_FOUND);
        importFrom(portal, portal.microsoft().backChannelAddress() + "/download/nothing.zip");
        assertThat(portal.bean(CatalogImports.class).runs())
                .anySatisfy(run -> assertThat(run.failure()).contains("returned 404"));
        importFrom(portal, "https://169.254.169.254/manifests.zip");
        assertThat(portal.bean(CatalogImports.class).runs())
                .anySatisfy(run -> assertThat(run.failure()).contains("address isn't allowed"));
    }

    @Test
    void theHostServesWhatItsManifestsPromise(Portal portal) throws IOException {
        portal.importCatalog();
        var installer = portal.bean(Catalog.class)
                .release(SEVEN_ZIP, "24.09")
                .orElseThrow()
                .installers()
                .getFirst();
        var into = folder.resolve("npp.exe");
        var outcome = portal.bean(Downloads.class).fetch(installer.url(), into, 1_000_000);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        io.patchbay.outbound.DownloadOutcome.Fetched.class,
                        fetched -> assertThat(fetched.sha256()).isEqualTo(installer.sha256()));
    }

    private static void importFrom(Portal portal, String source) {
        var properties = new CatalogProperties(source, "-");
        new CatalogImport(
                        properties,
                        new Sources(properties, portal.bean(Downloads.class)),
                        portal.bean(CatalogStore.class),
                        portal.bean(Identifiers.class),
                        portal.bean(Clock.class))
                .run();
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void entry(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
