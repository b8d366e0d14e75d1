package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.template.TemplateLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The house rules for templates and scripts. {@code ./mvnw test -Dtest=TemplateTests -Dtemplates=write} lays out all
 * templates.
 */
@Tag("fast")
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SCRIPTS = Path.of("src/main/resources/static/assets/js");

    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_SCRIPT = 120;

    @Test
    void everyTemplateHasTheOneLayout() throws IOException {
        for (var template : allTemplates()) {
            var text = Files.readString(template);
            var laidOut = TemplateLayout.of(text);
            if ("write".equals(System.getProperty("templates"))) {
                Files.writeString(template, laidOut);
            } else {
                assertThat(text)
                        .as("%s as -Dtemplates=write writes it", template)
                        .isEqualTo(laidOut);
            }
        }
    }

    @Test
    void noLineOfATemplateIsLongerThanAnEditorShows() throws IOException {
        for (var template : allTemplates()) {
            assertThat(Files.readAllLines(template)).as(template.toString()).allSatisfy(line -> {
                assertThat(line).hasSizeLessThanOrEqualTo(LONGEST_LINE).doesNotContain("\t");
                assertThat(line).isEqualTo(line.stripTrailing());
            });
        }
    }

    @Test
    void everyScriptIsAboutOneThing() throws IOException {
        for (var script : files(SCRIPTS, ".js")) {
            assertThat(Files.readAllLines(script))
                    .as(script.toString())
                    .hasSizeLessThanOrEqualTo(LONGEST_SCRIPT)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(LONGEST_LINE));
        }
    }

    @Test
    void templatesHoldNoUnescapedTextAndNothingInline() throws IOException {
        var forbidden = Pattern.compile(
                "th:utext|\\[\\(|<script(?![^>]*\\ssrc|[^>]*th:src)|<style|\\sstyle=|\\son[a-z]+=|hx-on|javascript:");
        for (var template : files(TEMPLATES, ".html")) {
            assertThat(forbidden.matcher(Files.readString(template)).results().map(MatchResult::group))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    /** A fragment is also sought by the name of an element: one called "button" would be every button of its template. */
    @Test
    void noFragmentIsCalledAsAnotherElementOfItsTemplate() throws IOException {
        for (var template : files(TEMPLATES, ".html")) {
            var page = Jsoup.parse(Files.readString(template), Parser.xmlParser());
            for (var fragment : page.getElementsByAttribute("th:fragment")) {
                var name = fragment.attr("th:fragment").replaceAll("\\(.*", "");
                assertThat(page.getElementsByTag(name))
                        .as("<%s> of %s outside of the fragment", name, template)
                        .allMatch(element ->
                                element.equals(fragment) || element.parents().contains(fragment));
            }
        }
    }

    /** What a page shows is in its model; so what {@code pb:once} prints depends on nothing but its parameters. */
    @Test
    void noTemplateReadsTheRequest() throws IOException {
        var read =
                Pattern.compile("[{( ](param|session|application)[.\\[]|#(ctx|vars|request|session|servletContext)\\b");
        for (var template : files(TEMPLATES, ".html")) {
            assertThat(read.matcher(Files.readString(template)).results().map(MatchResult::group))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void everyTextOfATemplateExists() throws IOException {
        var messages = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            messages.load(in);
        }
        var keys = Pattern.compile("#\\{([A-Za-z][\\w.-]*)");
        var missing = new TreeSet<String>();
        for (var template : files(TEMPLATES, ".html")) {
            keys.matcher(Files.readString(template).replaceAll("(?s)<!--/\\*.*?\\*/-->", ""))
                    .results()
                    .map(result -> result.group(1))
                    .filter(key -> !messages.containsKey(key))
                    .forEach(key -> missing.add(key + " in " + template));
        }
        assertThat(missing).isEmpty();
    }

    private static List<Path> allTemplates() throws IOException {
        return Stream.of(
                        files(TEMPLATES, ".html"),
                        files(Path.of("src/test/resources/templates"), ".html"),
                        files(Path.of("src/test/resources/simulator/templates"), ".html"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (var files = Files.walk(root)) {
            var found = files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
