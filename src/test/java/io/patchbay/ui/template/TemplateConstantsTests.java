package io.patchbay.ui.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What is written into a template once is what Thymeleaf would print on each page. */
@Tag("fast")
class TemplateConstantsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern LEFT = Pattern.compile(
            "th:(text|aria-label|title|placeholder|alt|data-[a-z-]+)=\"#\\{[\\w.-]+}\"|th:href=\"@\\{/[\\w./-]*}\"");

    private static final Pattern TAG = Pattern.compile("<[a-z][\\w:]*(?:\\s+[\\w:.-]+(?:=\"[^\"]*\"|='[^']*')?)*\\s*>");
    private static final Pattern NAME = Pattern.compile("\\s([\\w:.-]+)(?:=\"[^\"]*\"|='[^']*')?");

    private final FormattedMessages messages = messages();
    private final TemplateConstants constants = new TemplateConstants(messages, TemplateConstantsTests::link);

    private static FormattedMessages messages() {
        var messages = new FormattedMessages();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }

    private static Optional<String> link(String path) {
        return path.startsWith("/later") ? Optional.empty() : Optional.of("/portal" + path);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            <b th:text="#{product}">X</b>,                          <b>Patchbay</b>
            <b class="a" th:text="#{product}" id="b">X</b>,         <b class="a" id="b">Patchbay</b>
            <b th:if="${a > 1}" th:text="#{product}"></b>,          <b th:if="${a > 1}">Patchbay</b>
            <b th:aria-label="#{product}"><i>X</i></b>,             <b aria-label="Patchbay"><i>X</i></b>
            <td th:data-label="#{product}">X</td>,                  <td data-label="Patchbay">X</td>
            <a th:href="@{/events}">X</a>,                          <a href="/portal/events">X</a>
            <a th:href="@{/account#sessions}">X</a>,                <a href="/portal/account#sessions">X</a>
            <a th:attr="hx-get=@{/a/b}">X</a>,                      <a hx-get="/portal/a/b">X</a>
            """)
    void isWrittenDown(String template, String written) {
        assertThat(constants.writeInto(template)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            <b th:text="#{no.such.text}">X</b>
            <b th:text="#{license.of(${name})}">X</b>
            <b th:text="#{${key}}">X</b>
            <b th:text="#{product}"><i>X</i></b>
            <b th:text="${a} ? #{product} : null">X</b>
            <a th:href="@{/events(a=${b})}">X</a>
            <a th:href="@{${base}}">X</a>
            <a th:href="@{/later/app.css}">X</a>
            <form th:action="@{/sign-out}"></form>
            <a th:attr="hx-get=@{/a},hx-target=${b}">X</a>
            """)
    void whatIsNotTheSameOnEveryPageIsLeft(String template) {
        assertThat(constants.writeInto(template)).isEqualTo(template);
    }

    @Test
    void everyTextIsPrintedAsThymeleafPrintsIt() throws IOException {
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        Properties all = PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages.properties"));
        assertThat(all).isNotEmpty();
        all.values().removeIf(""::equals);
        for (var key : all.stringPropertyNames()) {
            var template = "<p th:title=\"#{%1$s}\" th:text=\"#{%1$s}\">X</p>".formatted(key);
            assertThat(constants.writeInto(template))
                    .as(key)
                    .isEqualTo(engine.process(template, new Context(Locale.ENGLISH)));
        }
    }

    @Test
    void noTemplateHasAConstantThatIsNotFoundOrIsThereTwice() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        var written = constants.writeInto(Files.readString(file));
                        assertThat(LEFT.matcher(written).results().map(found -> found.group()))
                                .isEmpty();
                        assertThat(TAG.matcher(written).results())
                                .allSatisfy(tag -> assertThat(NAME.matcher(tag.group())
                                                .results()
                                                .map(found -> found.group(1)))
                                        .doesNotHaveDuplicates());
                    });
        }
    }
}
