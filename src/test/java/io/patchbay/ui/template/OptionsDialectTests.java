package io.patchbay.ui.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The options of a select, printed in one go. */
@Tag("fast")
class OptionsDialectTests {

    private static final String TEMPLATE = """
            <option value="">All</option><option pb:options="${all}" pb:selected="${chosen}">x</option>""";

    private static String options(Object all, @Nullable Object chosen) {
        var engine = new SpringTemplateEngine();
        engine.addDialect(new OptionsDialect());
        var context = new Context(Locale.ENGLISH);
        context.setVariable("all", all);
        context.setVariable("chosen", chosen);
        return engine.process(TEMPLATE, context);
    }

    @Test
    void ofAMapAreItsValuesAndLabels() {
        assertThat(options(new TreeMap<>(Map.of(1, "One", 2, "Two")), 2))
                .isEqualTo("<option value=\"\">All</option><option value=\"1\">One</option>"
                        + "<option value=\"2\" selected=\"selected\">Two</option>");
    }

    @Test
    void ofACollectionAreItsElements() {
        assertThat(options(List.of("Ada", "Bea"), null))
                .isEqualTo("<option value=\"\">All</option><option value=\"Ada\">Ada</option>"
                        + "<option value=\"Bea\">Bea</option>");
    }

    @Test
    void noNameIsMarkup() {
        assertThat(options(List.of("\"><script>alert(1)</script>"), null))
                .contains("<option value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void whatIsNoCollectionIsAFaultOfTheTemplate() {
        assertThatThrownBy(() -> options("Ada", null)).hasMessageContaining("pb:options");
    }
}
