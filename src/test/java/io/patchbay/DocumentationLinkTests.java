package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.MarkdownPage.Link;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of the documentation lead to one another: no link goes nowhere, and no page is left alone. */
@Tag("fast")
class DocumentationLinkTests {

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        var links = MarkdownPage.all().stream().flatMap(page -> page.links().stream());
        assertThat(links).isNotEmpty().allMatch(Link::leadsSomewhere);
    }

    @Test
    void everyPageOfTheDocumentationIsReachedFromTheFrontPage() throws IOException {
        var pages = MarkdownPage.all().stream()
                .map(MarkdownPage::path)
                .filter(path -> path.startsWith("src/docs"))
                .toList();
        assertThat(reachedFrom(Path.of("README.md"))).containsAll(pages);
    }

    private static List<Path> reachedFrom(Path start) {
        var reached = new HashSet<Path>();
        var waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            var page = waiting.remove();
            if (reached.add(page) && page.toString().endsWith(".md")) {
                MarkdownPage.read(page).links().forEach(link -> waiting.add(link.file()));
            }
        }
        return List.copyOf(reached);
    }
}
