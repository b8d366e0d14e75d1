package io.patchbay.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** A look that finds nothing means something only if it finds what is there. */
@BrowserTest
class AccessibilityTests {

    private static final String FAULTS = """
            <html lang="en"><head><title>Faults</title></head>
            <body><main><h1>Faults</h1><img src="data:,"><p style="color: #ccc; background: #fff">Pale</p></main></body></html>
            """;

    private static final String NONE = """
            <html lang="en"><head><title>None</title></head><body><main><h1>None</h1></main></body></html>
            """;

    @Test
    void namesTheRuleTheElementAndWhatToDo() {
        try (var browser = Chromium.open(1280, ColorScheme.LIGHT)) {
            var page = show(browser.newPage(), FAULTS);
            assertThat(Accessibility.violations(page))
                    .satisfiesExactlyInAnyOrder(
                            contrast -> assertThat(contrast)
                                    .startsWith("color-contrast: p ")
                                    .contains("4.5:1"),
                            image -> assertThat(image)
                                    .startsWith("image-alt: img ")
                                    .contains("alt attribute"));
            assertThat(Accessibility.violationsOfContrast(page))
                    .singleElement()
                    .asString()
                    .startsWith("color-contrast: p ");
        }
    }

    @Test
    void looksAnewAtThePageAfter() {
        try (var browser = Chromium.open(1280, ColorScheme.LIGHT)) {
            var page = browser.newPage();
            assertThat(Accessibility.violations(show(page, FAULTS))).hasSize(2);
            page.evaluate("document.querySelectorAll('img, p').forEach(one => one.remove())");
            assertThat(Accessibility.violations(page)).isEmpty();
            assertThat(Accessibility.violations(show(page, NONE))).isEmpty();
        }
    }

    private static Page show(Page page, String html) {
        page.setContent(html);
        return page;
    }
}
