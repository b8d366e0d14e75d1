package io.patchbay.ui.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Fragments that are printed once for the same parameters. */
@Tag("fast")
class PrintOnceDialectTests {

    private static final String ROW = "<li pb:once=\"~{row :: row(one=${one})}\"></li>";

    private final Map<String, String> templates = new HashMap<>();
    private final SpringTemplateEngine engine = engine(true);
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    /** What a row is about, and how often it was asked for its name. */
    public record Thing(String name) {

        private static final AtomicInteger ASKED = new AtomicInteger();

        @Override
        public String name() {
            ASKED.incrementAndGet();
            return name;
        }
    }

    /** Equal to its own older self, as an entity is. */
    public static final class Entity {

        @Override
        public boolean equals(Object other) {
            return other instanceof Entity;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private SpringTemplateEngine engine(boolean kept) {
        var resolver = new StringTemplateResolver() {

            @Override
            protected ITemplateResource computeTemplateResource(
                    IEngineConfiguration configuration, String owner, String template, Map<String, Object> attributes) {
                return new StringTemplateResource(Objects.requireNonNull(templates.get(template), template));
            }
        };
        resolver.setCacheable(kept);
        resolver.setTemplateMode(TemplateMode.HTML);
        var made = new SpringTemplateEngine();
        made.setTemplateResolver(resolver);
        var properties = new ThymeleafProperties();
        properties.setCache(kept);
        made.addDialect(new PrintOnceDialect(properties));
        return made;
    }

    private String page(String page, Map<String, Object> model) {
        return page(engine, page, model);
    }

    private String page(SpringTemplateEngine engine, String page, Map<String, Object> model) {
        templates.put("page", page);
        var exchange = JakartaServletWebApplication.buildApplication(new MockServletContext())
                .buildExchange(request, new MockHttpServletResponse());
        return engine.process("page", new WebContext(exchange, Locale.ENGLISH, model));
    }

    @Test
    void isPrintedInPlaceOfItsElement() {
        templates.put("row", "<ul><li class=\"x\" th:fragment=\"row(one)\" th:text=\"${one.name}\">x</li></ul>");
        assertThat(page("<ul>" + ROW + "</ul>", Map.of("one", new Thing("<Ada>"))))
                .isEqualTo("<ul><li class=\"x\">&lt;Ada&gt;</li></ul>");
    }

    @Test
    void isNotPrintedAgainForWhatIsEqual() {
        templates.put("row", "<li th:fragment=\"row(one)\" th:text=\"${one.name}\">x</li>");
        assertThat(page(ROW, Map.of("one", new Thing("Ada")))).isEqualTo("<li>Ada</li>");
        var asked = Thing.ASKED.get();
        assertThat(page(ROW, Map.of("one", new Thing("Ada")))).isEqualTo("<li>Ada</li>");
        assertThat(Thing.ASKED).hasValue(asked);
        assertThat(page(ROW, Map.of("one", new Thing("Bea")))).isEqualTo("<li>Bea</li>");
    }

    @Test
    void isPrintedAnewWhereTemplatesAreReadAnew() {
        var anew = engine(false);
        templates.put("row", "<li th:fragment=\"row(one)\">x</li>");
        assertThat(page(anew, ROW, Map.of("one", "Ada"))).isEqualTo("<li>x</li>");
        templates.put("row", "<li th:fragment=\"row(one)\">y</li>");
        assertThat(page(anew, ROW, Map.of("one", "Ada"))).isEqualTo("<li>y</li>");
    }

    @Test
    void comesAfterWhatElseItsElementSays() {
        templates.put("row", "<li th:fragment=\"row(one)\" th:text=\"${one}\">x</li>");
        assertThat(page(
                        "<li th:each=\"one : ${all}\" th:if=\"${one != 'Bea'}\" pb:once=\"~{row :: row(one=${one})}\"></li>",
                        Map.of("all", List.of("Ada", "Bea", "Cem"))))
                .isEqualTo("<li>Ada</li><li>Cem</li>");
    }

    @Test
    void seesNoVariableButItsParameters() {
        templates.put("row", "<li th:fragment=\"row(one)\" th:text=\"|${one} ${reader} ${_csrf}|\">x</li>");
        request.setAttribute("_csrf", "token");
        assertThat(page(ROW + "<b th:text=\"${_csrf}\"></b>", Map.of("one", "Ada", "reader", "Bea")))
                .isEqualTo("<li>Ada null null</li><b>token</b>");
    }

    @Test
    void needsNoParameters() {
        templates.put("row", "<li th:fragment=\"row\">x</li>");
        assertThat(page("<li pb:once=\"~{row :: row}\"></li>", Map.of())).isEqualTo("<li>x</li>");
    }

    @Test
    void linksWithinThePortal() {
        templates.put("row", "<a th:fragment=\"row(one)\" th:href=\"@{/things/{one}(one=${one})}\">x</a>");
        request.setContextPath("/portal");
        assertThat(page(ROW, Map.of("one", "7-Zip & more")))
                .isEqualTo("<a href=\"/portal/things/7-Zip%20&amp;%20more\">x</a>");
    }

    @Test
    void isGivenValuesOnly() {
        templates.put("row", "<li th:fragment=\"row(one)\">x</li>");
        for (var no : List.of(new Entity(), List.of(new Entity()), Map.of("a", new Entity()))) {
            assertThatThrownBy(() -> page(ROW, Map.of("one", no)))
                    .rootCause()
                    .hasMessage(Entity.class.getName() + " is no value");
        }
    }

    @Test
    void hasNoFormThatIsPosted() {
        templates.put("row", "<form th:fragment=\"row(one)\" method=\"post\">x</form>");
        assertThatThrownBy(() -> page(ROW, Map.of("one", "Ada")))
                .rootCause()
                .hasMessage("[row] has a form that is posted");
    }

    @Test
    void isGivenParametersByName() {
        templates.put("row", "<li th:fragment=\"row(one)\">x</li>");
        assertThatThrownBy(() -> page("<li pb:once=\"~{row :: row(${one})}\"></li>", Map.of("one", "Ada")))
                .rootCause()
                .hasMessageStartingWith("No fragment with parameters by name");
    }

    @Test
    void tellsWhatIsWrongInIt() {
        templates.put("row", "<li th:fragment=\"row(one)\" th:text=\"${one.nothing}\">x</li>");
        assertThatThrownBy(() -> page(ROW, Map.of("one", new Thing("Ada")))).hasMessageContaining("row");
    }
}
