package io.patchbay.testsupport;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page: WCAG 2.2 AA and best practice. */
public final class Accessibility {

    /** Without these axe leaves the size of targets out, which WCAG 2.2 added. */
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Axe itself, half a megabyte: once for each page, as a look in other colors or at another width needs no other. */
    private static final String AXE = AxeBuilder.getAxeScript();

    private static final String RUN = """
            async wanted => (await axe.run(document, {resultTypes: ['violations'], runOnly: wanted})).violations.map(
              rule => rule.id + ': ' + rule.nodes.map(node => node.target + ' ' + node.failureSummary).join(', '))
            """;

    private static final String POSITION =
            "at => document.querySelectorAll('.pb-actions').forEach(one => one.style.position = at)";

    /** Colors change by transitions, of a child after its parent's, however short they are: none is still going on. */
    private static final String COLORS_ARE_THERE = """
            () => new Promise(done => {
              const look = () => document.getAnimations().some(one => one instanceof CSSTransition)
                ? requestAnimationFrame(look) : done();
              requestAnimationFrame(() => requestAnimationFrame(look));
            })
            """;

    private Accessibility() {}

    /** Everything that is wrong with it. */
    public static List<String> violations(Page page) {
        return violations(page, TAGS);
    }

    /** Only what depends on colors. */
    public static List<String> violationsOfContrast(Page page) {
        return violations(page, List.of("color-contrast"));
    }

    /** What stays in sight lies on targets that scrolling uncovers, and axe does not scroll. */
    private static List<String> violations(Page page, List<String> wanted) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        page.evaluate(COLORS_ARE_THERE);
        page.evaluate(POSITION, "static");
        try {
            return ((List<?>) page.evaluate(RUN, wanted))
                    .stream().map(String.class::cast).toList();
        } finally {
            page.evaluate(POSITION, "");
        }
    }

    /** How many pixels of it are beside the window. */
    public static int sidewaysScroll(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}
