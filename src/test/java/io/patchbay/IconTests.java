package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.webjars.WebJarVersionLocator;

/**
 * The style sheet of icons holds those in use and no others: 150 kB of font for eighty of two thousand would be most of what a
 * first visit loads. It is cut from the webjar by {@code ./mvnw test -Dtest=IconTests -Dpatchbay.icons=write}.
 */
@Tag("fast")
class IconTests {

    private static final Path STYLES = Path.of("src/main/resources/static/assets/icons.css");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java");
    private static final Path STATES = Path.of("src/main/resources/status-styles.properties");
    private static final Path OWN_STYLES = Path.of("src/main/resources/static/assets/app.css");

    private static final Pattern CLASS = Pattern.compile("\\bbi-([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final Pattern QUOTED = Pattern.compile("['\"]([a-z0-9]+(?:-[a-z0-9]+)*)['\"]");
    private static final Pattern DRAWING = Pattern.compile("(?s)<svg[^>]*>(.*)</svg>");

    private static final String HEAD = """
            /* The Bootstrap icons in use, cut from the webjar by IconTests; the MIT License of Bootstrap Icons applies. */
            .bi::before { content: ""; display: inline-block; width: 1em; height: 1em; vertical-align: -.125em;
              background-color: currentcolor; mask: var(--bi) center / contain no-repeat; print-color-adjust: exact; }
            @media (forced-colors: active) { .bi::before { forced-color-adjust: none; background-color: CanvasText; } }
            """;

    @Test
    void theStyleSheetHoldsTheIconsInUse() throws IOException {
        var styles = styles(inUse());
        if ("write".equals(System.getProperty("patchbay.icons"))) {
            Files.writeString(STYLES, styles);
        }
        assertThat(Files.readString(STYLES))
                .as("update it with ./mvnw test -Dtest=IconTests -Dpatchbay.icons=write")
                .isEqualTo(styles);
    }

    @Test
    void everyIconNamedByItsClassExists() throws IOException {
        for (var template : files(TEMPLATES, ".html")) {
            var names = CLASS.matcher(Files.readString(template))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(names).as(template.toString()).allMatch(IconTests::exists);
        }
    }

    private static String styles(SortedSet<String> icons) {
        return icons.stream()
                .map(icon -> ":root { --bi-%1$s: url(\"%2$s\"); } .bi-%1$s { --bi: var(--bi-%1$s); }%n"
                        .formatted(icon, drawing(icon)))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String drawing(String icon) {
        var content = DRAWING.matcher(read(icon).strip());
        assertThat(content.matches()).as(icon).isTrue();
        var drawing = content.group(1).strip().replaceAll("\\s*\\n\\s*", "").replace('"', '\'');
        return "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>%s</svg>"
                .formatted(drawing.replace("%", "%25").replace("#", "%23"));
    }

    private static SortedSet<String> inUse() throws IOException {
        var names = new TreeSet<String>();
        for (var template : files(TEMPLATES, ".html")) {
            names.addAll(found(CLASS, Files.readString(template)));
            names.addAll(found(QUOTED, Files.readString(template)));
        }
        for (var type : files(CODE, ".java")) {
            var text = Files.readString(type);
            if (text.contains("NavigationEntry") || text.contains("String icon")) {
                names.addAll(found(QUOTED, text));
            }
        }
        names.addAll(found(CLASS, Files.readString(OWN_STYLES)));
        names.addAll(ofStates());
        return names;
    }

    private static SortedSet<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(IconTests::exists)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> ofStates() throws IOException {
        var states = new Properties();
        try (var reader = Files.newBufferedReader(STATES)) {
            states.load(reader);
        }
        return states.values().stream()
                .map(style -> style.toString().split(" ")[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> walk(Path folder) throws IOException {
        return Files.walk(folder).filter(Files::isRegularFile).sorted();
    }

    private static Iterable<Path> files(Path folder, String ending) throws IOException {
        try (var all = walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static boolean exists(String icon) {
        try (var found = open(icon)) {
            return found != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String icon) {
        try (var found = open(icon)) {
            assertThat(found).as("an icon " + icon).isNotNull();
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String icon) {
        return IconTests.class.getResourceAsStream(
                "/META-INF/resources/webjars/bootstrap-icons/" + version() + "/icons/" + icon + ".svg");
    }

    private static String version() {
        return new WebJarVersionLocator().version("bootstrap-icons");
    }
}
