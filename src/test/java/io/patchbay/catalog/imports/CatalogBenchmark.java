package io.patchbay.catalog.imports;

import io.patchbay.catalog.manifest.ManifestTests;
import io.patchbay.catalog.search.CatalogFilter;
import io.patchbay.catalog.search.CatalogSearch;
import io.patchbay.catalog.source.CatalogProperties;
import io.patchbay.catalog.source.Sources;
import io.patchbay.outbound.Downloads;
import io.patchbay.platform.id.Identifiers;
import io.patchbay.testsupport.Portal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an import of all of WinGet takes, run by hand: {@code ./mvnw test -Dtest=CatalogBenchmark
 * -Dpatchbay.benchmark=true}; {@code -Dpatchbay.benchmark.versions} says how many versions, each one a manifest.
 */
@EnabledIfSystemProperty(named = "patchbay.benchmark", matches = "true")
class CatalogBenchmark {

    private static final int VERSIONS = Integer.getInteger("patchbay.benchmark.versions", 100_000);
    private static final int APPS = Math.max(1, VERSIONS / 12);

    @Test
    void importsAllOfWinGet(@TempDir Path folder) throws Exception {
        write(folder);
        var portal = Portal.running();
        portal.reset();
        report("first import", () -> importFrom(portal, folder));
        report("second import, unchanged", () -> importFrom(portal, folder));
        portal.database().execute("analyze catalog_app");
        var search = portal.bean(CatalogSearch.class);
        var all = new CatalogFilter("", "", null, null);
        report("first page, 100 times", () -> times(100, () -> search.find(all, null, null)));
        var typo = new CatalogFilter("Aplication 4711", "", null, null);
        report("search with a typo, 100 times", () -> times(100, () -> search.find(typo, null, null)));
        System.out.println(portal.bean(CatalogImports.class).runs());
    }

    private static void write(Path folder) throws IOException {
        for (int n = 0; n < VERSIONS; n++) {
            var app = "Publisher%d.App%d".formatted(n % APPS % 900, n % APPS);
            var place = folder.resolve("manifests/" + app.replace('.', '/') + "/1." + n / APPS);
            Files.createDirectories(place);
            Files.writeString(
                    place.resolve(app + ".yaml"),
                    ManifestTests.SINGLETON
                            .replace("Contoso.Tool", app)
                            .replace("PackageName: Tool", "PackageName: Application " + n % APPS)
                            .replace("PackageVersion: 1.10", "PackageVersion: 1." + n / APPS));
        }
    }

    private static void times(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static void report(String what, Runnable work) throws InterruptedException {
        var most = new AtomicLong();
        var done = new AtomicBoolean();
        var watch = Thread.ofVirtual().start(() -> watch(most, done));
        var start = System.nanoTime();
        work.run();
        var seconds = (System.nanoTime() - start) / 1e9;
        done.set(true);
        watch.join();
        System.out.printf("%s: %.1f s, at most %d MB of heap%n", what, seconds, most.get() >> 20);
    }

    private static void watch(AtomicLong most, AtomicBoolean done) {
        var runtime = Runtime.getRuntime();
        while (!done.get()) {
            most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    private static void importFrom(Portal portal, Path folder) {
        var properties = new CatalogProperties(folder.toString(), "-");
        new CatalogImport(
                        properties,
                        new Sources(properties, portal.bean(Downloads.class)),
                        portal.bean(CatalogStore.class),
                        portal.bean(Identifiers.class),
                        portal.bean(Clock.class))
                .run();
    }
}
