package io.patchbay;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The texts people read: their words, their form, and that each is used. */
@Tag("fast")
class TextTests {

    private static final Path SOURCES = Path.of("src/main");
    private static final Path DATA = Path.of("src/test/resources/texts");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([\\w.-]+)[}(]");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("([\\w.-]+)");
    private static final Pattern QUOTED = Pattern.compile("[\"'|]([\\w.-]+)[\"'|]");
    private static final Object[] ARGUMENTS = Collections.nCopies(10, 1).toArray();

    private static final Map<String, String> MESSAGES = messages();

    @Test
    void wordsAreThoseOfTheProduct() throws IOException {
        var banned =
                Pattern.compile(lines("banned.txt").collect(joining("|", "\\b(", ")\\b")), Pattern.CASE_INSENSITIVE);
        assertThat(MESSAGES).allSatisfy((key, text) -> assertThat(text).doesNotContainPattern(banned));
    }

    @Test
    void labelsOfTheManualStandToTheLetter() throws IOException {
        var texts = Stream.of(
                        MESSAGES.values().stream().map(TextTests::rendered),
                        MESSAGES.values().stream()
                                .map(text -> MESSAGES.get("toast.success").replace("{0}", rendered(text))))
                .flatMap(stream -> stream)
                .map(text -> text.replaceFirst("[.?]$", ""))
                .collect(toSet());
        assertThat(lines("labels.txt")
                        .filter(label -> texts.stream().noneMatch(like(label).asMatchPredicate())))
                .isEmpty();
    }

    @Test
    void everyTextIsAWholeMessageFormat() {
        assertThat(MESSAGES)
                .allSatisfy((key, text) -> assertThat(text.replace("''", ""))
                        .as("an apostrophe is written twice")
                        .doesNotContain("'"))
                .allSatisfy((key, text) -> assertThat(rendered(text))
                        .as("every brace belongs to a placeholder")
                        .doesNotContain("{", "}"));
    }

    @Test
    void anApostropheInAChoiceWouldQuoteTheRestOfIt() {
        var choice = Pattern.compile("choice,(?:[^{}]|\\{[^{}]*})*'");
        assertThat(MESSAGES).allSatisfy((key, text) -> assertThat(text).doesNotContainPattern(choice));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        var sources = sources(".java", ".html");
        var words = found(WORD, sources);
        var quoted = found(QUOTED, sources);
        assertThat(MESSAGES.keySet().stream().filter(key -> !used(key, words, quoted)))
                .isEmpty();
    }

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        assertThat(found(KEY_IN_TEMPLATE, COMMENT.matcher(sources(".html")).replaceAll("")).stream()
                        .filter(key -> !MESSAGES.containsKey(key)))
                .isEmpty();
    }

    /** Named as it is, put together from a prefix that is named, or looked up by Spring for a value of a wrong type. */
    private static boolean used(String key, Set<String> words, Set<String> quoted) {
        var parts = List.of(key.split("\\."));
        return key.startsWith("typeMismatch")
                || words.contains(key)
                || IntStream.range(1, parts.size())
                        .mapToObj(length -> String.join(".", parts.subList(0, length)))
                        .anyMatch(prefix ->
                                quoted.contains(prefix + ".") || (prefix.contains(".") && quoted.contains(prefix)));
    }

    private static Set<String> found(Pattern pattern, String sources) {
        return pattern.matcher(sources).results().map(found -> found.group(1)).collect(toSet());
    }

    private static String rendered(String text) {
        return new MessageFormat(text, Locale.US).format(ARGUMENTS);
    }

    private static Pattern like(String label) {
        return Pattern.compile(
                Arrays.stream(label.split("…", -1)).map(Pattern::quote).collect(joining(".*")));
    }

    private static Map<String, String> messages() {
        var bundle = ResourceBundle.getBundle("messages", Locale.ROOT);
        var messages = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> messages.put(key, bundle.getString(key)));
        return messages;
    }

    private static Stream<String> lines(String file) throws IOException {
        return Files.readAllLines(DATA.resolve(file)).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static String sources(String... endings) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith))
                    .map(TextTests::read)
                    .collect(joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
