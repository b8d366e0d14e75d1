package io.patchbay.ui.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Pages come without the indentation of their templates, and none shows what is left out. */
@Tag("fast")
class CompactTemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern SHOWN_AS_WRITTEN = Pattern.compile("<(pre|textarea)\\b[^>]*>[^<]*\\n");

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @Test
    void linesBeginWithTheirFirstCharacterAndAreKeptOnceAddressesAreKnown() throws IOException {
        var known = new AtomicBoolean();
        var messages = new StaticMessageSource();
        messages.addMessage("product", Locale.ENGLISH, "Patchbay");
        var templates = new CompactTemplates(new TemplateConstants(messages, Optional::of), known::get);
        templates.setApplicationContext(new StaticApplicationContext());
        templates.setPrefix("classpath:/templates/");
        templates.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var configuration = engine.getConfiguration();
        assertThat(templates
                        .resolveTemplate(configuration, null, "layout/page", null)
                        .getValidity()
                        .isCacheable())
                .isFalse();
        known.set(true);
        var found = templates.resolveTemplate(configuration, null, "layout/page", null);
        assertThat(found.getValidity().isCacheable()).isTrue();
        try (var reader = new BufferedReader(found.getTemplateResource().reader())) {
            assertThat(reader.lines().toList())
                    .hasSameSizeAs(Files.readAllLines(TEMPLATES.resolve("layout/page.html")))
                    .contains(
                            "<span>Patchbay</span>",
                            "<a class=\"pb-brand\" href=\"/\" th:aria-label=\"#{layout.home}\">")
                    .noneMatch(line -> line.startsWith(" "));
        }
    }

    @Test
    void noTemplateHasLinesThatAreShownAsTheyAreWritten() throws IOException {
        assertThat(templates())
                .isNotEmpty()
                .allSatisfy(template -> assertThat(SHOWN_AS_WRITTEN
                                .matcher(Files.readString(template))
                                .results())
                        .isEmpty());
    }
}
