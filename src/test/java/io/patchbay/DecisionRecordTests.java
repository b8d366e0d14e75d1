package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Decision records have one form and numbers without a gap, and the index lists each of them. */
@Tag("fast")
class DecisionRecordTests {

    private static final Path FOLDER = Path.of("src/docs/adr");
    private static final Path INDEX = FOLDER.resolve("README.md");
    private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");
    private static final Pattern HEAD = Pattern.compile("""
            \\A# (\\d+)\\. (\\S.*)

            - Status: (proposed|accepted|superseded by \\d{4})
            - Date: (\\d{4}-\\d{2}-\\d{2})

            """);
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");

    @Test
    void numbersAreContiguous() throws IOException {
        var records = records();
        assertThat(records)
                .isNotEmpty()
                .allMatch(
                        record -> NAME.matcher(record.getFileName().toString()).matches());
        assertThat(records.stream().map(DecisionRecordTests::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, records.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
    }

    @Test
    void eachHasTheOneForm() throws IOException {
        for (var record : records()) {
            assertThat(Integer.parseInt(head(record).group(1)))
                    .as("number in the title of %s", record)
                    .isEqualTo(Integer.parseInt(number(record)));
            assertThat(SECTION.matcher(Files.readString(record)).results().map(section -> section.group(1)))
                    .as("sections of %s", record)
                    .containsExactly("Context", "Decision", "Not taken", "Consequences");
        }
    }

    @Test
    void theIndexListsEach() throws IOException {
        var rows = Files.readAllLines(INDEX).stream().filter(line -> line.startsWith("| ["));
        assertThat(rows)
                .containsExactlyElementsOf(
                        records().stream().map(DecisionRecordTests::row).toList());
    }

    private static String row(Path record) {
        var head = head(record);
        return "| [%s](%s) | %s | %s | %s |"
                .formatted(number(record), record.getFileName(), head.group(2), head.group(3), head.group(4));
    }

    private static MatchResult head(Path record) {
        var matcher = HEAD.matcher(MarkdownPage.read(record).text());
        assertThat(matcher.find()).as("title, status and date of %s", record).isTrue();
        return matcher.toMatchResult();
    }

    private static String number(Path record) {
        return record.getFileName().toString().substring(0, 4);
    }

    private static List<Path> records() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.equals(INDEX)).sorted().toList();
        }
    }
}
