package io.patchbay.banner.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.ui.RichText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever is typed becomes a shallow tree of the known pieces, and its links lead to https addresses. */
public final class MarkdownFuzz {

    private static final int DEEPEST = 10;

    private MarkdownFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var pieces = Markdown.read(new String(input, StandardCharsets.UTF_8));
        check(pieces, 0);
        assertThat(RichText.plain(pieces)).isNotNull();
    }

    private static void check(List<RichText> pieces, int depth) {
        assertThat(depth).isLessThan(DEEPEST);
        for (var piece : pieces) {
            switch (piece.tag()) {
                case LINK ->
                    assertThat(URI.create(piece.text())).hasScheme("https").hasNoUserInfo();
                case TEXT -> assertThat(piece.children()).isEmpty();
                default -> assertThat(piece.text()).isEmpty();
            }
            check(piece.children(), depth + 1);
        }
    }
}
