package io.patchbay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation: where it links to, and which anchors it has. */
record MarkdownPage(Path path, String text) {

    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    /** A relative link, or an anchor of the page itself. */
    record Link(Path page, String target) {

        /** The file that it leads to. */
        Path file() {
            var file = target.replaceFirst("#.*", "");
            return file.isEmpty() ? page : page.resolveSibling(file).normalize();
        }

        /** The anchor in that file, empty for none. */
        String anchor() {
            return target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
        }

        /** Whether there is such a file, and such an anchor in it. */
        boolean leadsSomewhere() {
            return Files.exists(file())
                    && (anchor().isEmpty() || read(file()).anchors().contains(anchor()));
        }

        @Override
        public String toString() {
            return page + " -> " + target;
        }
    }

    static MarkdownPage read(Path path) {
        try {
            return new MarkdownPage(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The front page, and the pages of {@code .github} and {@code src/docs}. */
    static List<MarkdownPage> all() throws IOException {
        try (var github = Files.walk(Path.of(".github"));
                var docs = Files.walk(Path.of("src/docs"))) {
            return Stream.of(Stream.of(Path.of("README.md")), github, docs)
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .map(MarkdownPage::read)
                    .toList();
        }
    }

    /** Links to files of this repository; those in code are none. */
    List<Link> links() {
        return LINK.matcher(CODE.matcher(text).replaceAll("code"))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .map(target -> new Link(path, target))
                .toList();
    }

    /** The anchors of the headings, as GitHub makes them. */
    private Set<String> anchors() {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
