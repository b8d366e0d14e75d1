package io.patchbay.testsupport;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one Chromium of a test run, driven by Playwright; Debian's, or whichever {@code PATCHBAY_CHROMIUM} names. Its headless shell
 * comes first where it is installed: the same engine without a window's machinery, for about half of the CPU.
 */
public final class Chromium {

    /** How high every window is, in pixels. */
    public static final int HEIGHT = 860;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Many a page says something only once a job is done, which a busy machine takes its time for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static @Nullable Browser browser;

    private Chromium() {}

    static Optional<Path> executable() {
        return Stream.of(
                        System.getenv("PATCHBAY_CHROMIUM"),
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> path != null && Files.isExecutable(Path.of(path)))
                .map(Path::of)
                .findFirst();
    }

    /** A browser of somebody's own, as wide as this, light or dark. */
    public static BrowserContext open(int width, ColorScheme scheme) {
        return open(options(width, scheme));
    }

    /** What such a browser is opened with. */
    public static Browser.NewContextOptions options(int width, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /** A browser of somebody's own. */
    public static synchronized BrowserContext open(Browser.NewContextOptions options) {
        if (browser == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            browser = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable().orElseThrow())
                            .setArgs(ARGUMENTS));
        }
        return browser.newContext(options);
    }
}
