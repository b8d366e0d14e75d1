package io.patchbay.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All kinds of events together: their names, their texts, and the page that lists them. After a change of an
 * {@link EventKind} the page is written again by {@code ./mvnw test -Dtest=EventCatalogTests -Dpatchbay.docs=write}.
 */
@Tag("fast")
class EventCatalogTests {

    private static final Path PAGE = Path.of("src/docs/reference/events.md");
    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages");
    private static final List<EventKind> KINDS = EventKindsInCode.all();

    private static final Pattern EVENT =
            Pattern.compile("NewEvent\\.of\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");

    private static final String TOP = """
            # Events

            Every kind of event there is, with the fields it carries besides those that every event has
            (who, when, from where, in which environment, under which correlation ID).
            Written from the code by `EventCatalogTests`.

            | Type | Title | Category | Operation | Severity | Fields |
            | --- | --- | --- | --- | --- | --- |
            """;

    @Test
    void listsEveryKindWithItsFields() throws IOException {
        var expected = KINDS.stream().map(EventCatalogTests::row).collect(Collectors.joining("\n", TOP, "\n"));
        if ("write".equals(System.getProperty("patchbay.docs"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    @Test
    void aNameStandsForOneKind() {
        assertThat(KINDS).extracting(EventKind::name).hasSizeGreaterThan(70).doesNotHaveDuplicates();
    }

    @Test
    void everyKindHasATitleAndItsTextsAndNoTextIsLeftOver() {
        var expected = KINDS.stream().flatMap(EventCatalogTests::keys).collect(Collectors.toCollection(TreeSet::new));
        var there = MESSAGES.keySet().stream()
                .filter(key -> key.startsWith("event."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(expected);
        assertThat(there).allSatisfy(key -> assertThat(MESSAGES.getString(key)).isNotBlank());
    }

    /** What a title or text says comes from the arguments; identifiers are fields, which every kind may have. */
    @Test
    void titlesAndTextsCarryNamesAndNoIdentifiers() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var arguments = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(EventCatalogTests::argumentsOfEvents)
                    .toList();
            assertThat(arguments)
                    .hasSizeGreaterThan(60)
                    .allSatisfy(given -> assertThat(given).doesNotContainPattern("\\b(?:id|\\w+Id)\\(\\)"));
        }
        assertThat(KINDS)
                .allSatisfy(kind -> assertThat(MESSAGES.getString("event." + kind.name() + ".title"))
                        .doesNotContainPattern("(?i)\\bid \\{"));
    }

    /** A list of titles says of what it tells: the channel, group, application, banner or environment. */
    @Test
    void titlesOfWhatHasANameSayIt() {
        var named = List.of(
                Category.BANNER, Category.DEPLOYMENT, Category.ENVIRONMENT, Category.GROUP_ROLE, Category.NOTIFICATION);
        assertThat(KINDS.stream().filter(kind -> named.contains(kind.category())))
                .hasSizeGreaterThan(20)
                .allSatisfy(kind -> assertThat(MESSAGES.getString("event." + kind.name() + ".title"))
                        .as(kind.name())
                        .containsPattern("\\{[1-9]}"));
    }

    /** The arguments of each event that a source file makes, as they stand there. */
    private static Stream<String> argumentsOfEvents(Path file) {
        try {
            return EVENT.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> keys(EventKind kind) {
        var key = "event." + kind.name();
        var texts = kind.variants().isEmpty()
                ? Stream.of(key + ".text")
                : kind.variants().stream().map(variant -> key + ".text." + variant);
        return Stream.concat(Stream.of(key + ".title"), texts);
    }

    private static String row(EventKind kind) {
        var fields = kind.fields().stream().sorted().collect(Collectors.joining(", "));
        var title = MESSAGES.getString("event." + kind.name() + ".title");
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        kind.name(),
                        title.replaceAll("\\{\\d}", "*name*").replace("''", "'"),
                        kind.category().label(),
                        kind.operation().label(),
                        kind.severity().label(),
                        fields.isEmpty() ? "-" : fields);
    }
}
