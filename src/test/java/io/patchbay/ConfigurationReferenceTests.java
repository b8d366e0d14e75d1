package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page that lists every setting says what the configuration metadata says, which the compiler makes from the Javadoc of
 * the {@code @ConfigurationProperties} records. After a change it is written again by
 * {@code ./mvnw test -Dtest=ConfigurationReferenceTests -Dpatchbay.docs=write}.
 */
@Tag("fast")
class ConfigurationReferenceTests {

    private static final Path PAGE = Path.of("src/docs/reference/configuration.md");
    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    private static final String BEGIN = "<!-- generated: configuration -->\n";
    private static final String END = "<!-- end: configuration -->\n";
    private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        assertThat(METADATA)
                .as("configuration metadata; only a compilation by ./mvnw makes it")
                .exists();
        var page = Files.readString(PAGE);
        var expected = page.substring(0, page.indexOf(BEGIN)) + BEGIN + tables() + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("patchbay.docs"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE))
                .as("update it with ./mvnw test -Dtest=ConfigurationReferenceTests -Dpatchbay.docs=write")
                .isEqualTo(expected);
    }

    private static String tables() throws IOException {
        var groups = properties().entrySet().stream()
                .collect(Collectors.groupingBy(
                        property -> group(property.getKey()),
                        TreeMap::new,
                        Collectors.mapping(property -> row(property.getValue()), Collectors.joining())));
        return groups.entrySet().stream()
                .map(group -> """

                        ### %s

                        | Property | Variable | Type | Default | Description |
                        | --- | --- | --- | --- | --- |
                        %s""".formatted(group.getKey(), group.getValue()))
                .collect(Collectors.joining("", "", "\n"));
    }

    private static Map<String, JsonNode> properties() throws IOException {
        var metadata = JsonMapper.shared().readTree(Files.readString(METADATA));
        return StreamSupport.stream(metadata.path("properties").spliterator(), false)
                .filter(property -> property.path("name").asString().startsWith("patchbay."))
                .collect(Collectors.toMap(
                        property -> property.path("name").asString(),
                        property -> property,
                        (first, second) -> first,
                        TreeMap::new));
    }

    /** The first two words of a property's name. */
    private static String group(String name) {
        return name.substring(0, name.indexOf('.', name.indexOf('.') + 1));
    }

    private static String row(JsonNode property) {
        var name = property.path("name").asString();
        var type = property.path("type").asString();
        var fallback = property.path("defaultValue").asString("");
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        isListOfObjects(type) ? "-" : "`" + variable(name) + "`",
                        simple(type),
                        fallback.isEmpty() ? "-" : "`" + cell(fallback) + "`",
                        cell(CODE.matcher(property.path("description").asString(""))
                                .replaceAll("`$1`")));
    }

    /** As Spring Boot reads environment variables. */
    private static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static boolean isListOfObjects(String type) {
        return type.startsWith("java.util.") && type.contains("<io.patchbay.");
    }

    /** A type without its packages, its outer classes and the sign of its parameters, which Markdown takes for HTML. */
    private static String simple(String type) {
        return type.replaceAll("[\\w.]+[.$](?=\\w)", "").replaceAll("(\\w+)<(\\w+)>", "$1 of $2");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
