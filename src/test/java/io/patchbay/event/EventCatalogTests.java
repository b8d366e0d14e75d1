package io.patchbay.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The page that lists every kind of event says what the code says. After a change of {@link EventType} it is written again by
 * {@code ./mvnw test -Dtest=EventCatalogTests -Dpatchbay.docs=write}.
 */
@Tag("fast")
class EventCatalogTests {

    private static final Path PAGE = Path.of("src/docs/reference/events.md");

    private static final String TOP = """
            # Events

            Every kind of event there is, with the fields it carries besides those that every event has
            (who, when, from where, in which environment, under which correlation ID).
            Written from the code by `EventCatalogTests`.

            | Type | Title | Category | Operation | Severity | Fields |
            | --- | --- | --- | --- | --- | --- |
            """;

    @Test
    void listsEveryTypeWithItsFields() throws IOException {
        var expected = Arrays.stream(EventType.values())
                .map(EventCatalogTests::row)
                .collect(Collectors.joining("\n", TOP, "\n"));
        if ("write".equals(System.getProperty("patchbay.docs"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String row(EventType type) {
        var fields = type.fields().stream().sorted().collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        type,
                        type.title().replace("%s", "*name*"),
                        type.category().label(),
                        type.operation().label(),
                        type.severity().label(),
                        fields.isEmpty() ? "-" : fields);
    }
}
