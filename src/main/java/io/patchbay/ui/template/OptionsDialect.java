package io.patchbay.ui.template;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/**
 * The options of a select that grows with the company:
 *
 * <pre>{@code <option pb:options="${page.environments}" pb:selected="${page.query.environment}">Contoso</option>}</pre>
 *
 * <p>Each entry of the map is an option, from its value to its label; of any other collection each element is both. They are
 * printed in one go: evaluated one by one, hundreds of them cost more than the rest of the page.
 */
@Component
class OptionsDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "pb";
    private static final String SELECTED = "pb:selected";
    private static final int PRECEDENCE = 1_000;

    OptionsDialect() {
        super("Options", PREFIX, PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Options(prefix));
    }

    private static final class Options extends AbstractAttributeTagProcessor {

        Options(String prefix) {
            super(TemplateMode.HTML, prefix, "option", false, "options", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            var selected = evaluated(context, tag.getAttributeValue(SELECTED));
            var options = new StringBuilder();
            entries(evaluated(context, value))
                    .forEach(option -> options.append("<option value=\"")
                            .append(escaped(option.getKey()))
                            .append(option.getKey().equals(selected) ? "\" selected=\"selected\">" : "\">")
                            .append(escaped(option.getValue()))
                            .append("</option>"));
            structure.replaceWith(options, false);
        }

        private static Stream<? extends Map.Entry<?, ?>> entries(@Nullable Object options) {
            return switch (options) {
                case Map<?, ?> map -> map.entrySet().stream();
                case Collection<?> all -> all.stream().map(one -> Map.entry(one, one));
                case null, default -> throw new IllegalArgumentException("No options: " + options);
            };
        }

        private static @Nullable Object evaluated(ITemplateContext context, String expression) {
            return StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, expression)
                    .execute(context);
        }

        private static String escaped(Object text) {
            return EscapedAttributeUtils.escapeAttribute(TemplateMode.HTML, text.toString());
        }
    }
}
