package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page about OWASP ASVS leaves no requirement out, and names nothing that is not there. */
@Tag("fast")
class AsvsTests {

    private static final Path PAGE = Path.of("src/docs/security/asvs.md");
    private static final Path STANDARD = Path.of("src/test/resources/texts/asvs.txt");
    private static final Pattern NUMBERS = Pattern.compile("(V\\d+\\.\\d+\\.)(\\d+)(?: to V\\d+\\.\\d+\\.(\\d+))?");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?`");
    private static final Pattern SETTING = Pattern.compile("`((?:spring|server|patchbay)\\.[\\w.-]+)`");

    /** Words of HTTP and of the standard, which are written like code too. */
    private static final List<String> NO_CLASSES = List.of("SameSite", "HttpOnly", "Secure", "Dockerfile");

    @Test
    void everyRequirementOfLevelTwoHasOnePlace() throws IOException {
        var asked = Files.readAllLines(STANDARD).stream()
                .filter(line -> line.startsWith("V"))
                .flatMap(AsvsTests::requirements)
                .toList();
        var answered = rows().stream()
                .flatMap(row -> NUMBERS.matcher(row.get(0)).results())
                .flatMap(match -> numbers(match.group(1), match.group(2), match.group(3)));
        assertThat(asked).hasSize(253);
        assertThat(answered).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void whatIsMetNamesCodeAndATest() throws IOException {
        assertThat(rows().stream().filter(row -> row.size() == 4))
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(row.get(3)).as(row.get(0)).containsPattern("`\\w+(Tests|Fuzz)[.`]"));
    }

    @Test
    void everyNameIsThere() throws IOException {
        var classes = classes();
        var page = Files.readString(PAGE);
        var unknown = new TreeSet<String>();
        for (var name : NAME.matcher(page).results().toList()) {
            var files = classes.getOrDefault(name.group(1), List.of());
            if (!NO_CLASSES.contains(name.group(1)) && !has(files, name.group(2))) {
                unknown.add(name.group());
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(NAME.matcher(page).results()).hasSizeGreaterThan(200);
        var settings = Files.readString(Path.of("src/docs/reference/configuration.md"))
                + Files.readString(Path.of("src/main/resources/application.yml"));
        assertThat(SETTING.matcher(page).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(settings).contains(setting.replaceAll("`|.*\\.(?=[\\w-]+`)", "")));
    }

    /** Whether one of the classes of a name has that method, if one is named. */
    private static boolean has(List<Path> files, @Nullable String method) throws IOException {
        for (var file : files) {
            if (method == null
                    || Pattern.compile("\\b" + method + "\\(")
                            .matcher(Files.readString(file))
                            .find()) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> requirements(String line) {
        var parts = line.split("[ -]");
        return numbers(parts[0] + ".", parts[1], parts.length > 2 ? parts[2] : null);
    }

    private static Stream<String> numbers(String section, String first, @Nullable String last) {
        return IntStream.rangeClosed(Integer.parseInt(first), Integer.parseInt(last == null ? first : last))
                .mapToObj(number -> section + number);
    }

    private static List<List<String>> rows() throws IOException {
        var rows = new ArrayList<List<String>>();
        for (var line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| V")) {
                rows.add(List.of(line.replaceAll("^\\| | \\|$", "").split(" \\| ")));
            }
        }
        return rows;
    }

    private static Map<String, List<Path>> classes() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", "")));
        }
    }
}
