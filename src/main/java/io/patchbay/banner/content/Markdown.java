package io.patchbay.banner.content;

import io.patchbay.ui.RichText;
import io.patchbay.ui.RichText.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.springframework.util.ConcurrentLruCache;

/**
 * Reads a small part of Markdown: paragraphs, lists, strong, emphasis, code, links to https addresses. What it gives is no
 * HTML: what jsoup's safelist lets through becomes a tree of a few known pieces, which templates print with every text
 * escaped. Something else than these pieces cannot even be expressed.
 */
final class Markdown {

    private static final int DEPTH_AT_MOST = 8;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(ListBlock.class))
            .maxOpenBlockParsers(DEPTH_AT_MOST)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final Map<String, Tag> TAGS = Map.of(
            "p", Tag.PARAGRAPH,
            "strong", Tag.STRONG,
            "em", Tag.EMPHASIS,
            "code", Tag.CODE,
            "ul", Tag.BULLETS,
            "ol", Tag.NUMBERS,
            "li", Tag.ITEM,
            "a", Tag.LINK,
            "br", Tag.BREAK);
    private static final Safelist SAFE = new Safelist()
            .addTags(TAGS.keySet().toArray(String[]::new))
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https");

    /** What was read lately: the banners of a company are on each page of each of its people. */
    private static final ConcurrentLruCache<String, List<RichText>> READ =
            new ConcurrentLruCache<>(500, Markdown::parse);

    private Markdown() {}

    /** What is to be shown of a text that somebody typed. */
    static List<RichText> read(String text) {
        return READ.get(text);
    }

    private static List<RichText> parse(String text) {
        var html = Jsoup.parseBodyFragment(RENDERER.render(PARSER.parse(text)));
        return children(new Cleaner(SAFE).clean(html).body(), 0);
    }

    private static List<RichText> children(Element element, int depth) {
        return element.childNodes().stream()
                .flatMap(child -> piece(child, depth + 1))
                .toList();
    }

    private static Stream<RichText> piece(Node node, int depth) {
        return switch (node) {
            case TextNode text -> text(text.getWholeText());
            case Element element -> element(element, depth);
            default -> Stream.empty();
        };
    }

    private static Stream<RichText> text(String text) {
        return text.isBlank() && text.contains("\n") ? Stream.empty() : Stream.of(RichText.text(text));
    }

    private static Stream<RichText> element(Element element, int depth) {
        var tag = TAGS.get(element.normalName());
        if (tag == null || depth > DEPTH_AT_MOST) {
            return Stream.of(RichText.text(element.text()));
        }
        var href = element.attr("href");
        if (tag == Tag.LINK && !HttpsAddress.is(href)) {
            return children(element, depth).stream();
        }
        return Stream.of(new RichText(tag, tag == Tag.LINK ? href : "", children(element, depth)));
    }
}
