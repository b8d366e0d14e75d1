package io.patchbay.ui.template;

import io.patchbay.ui.template.PrintedFragments.Use;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * A fragment that prints the same whenever it is given the same, such as the row of a list, is printed once:
 *
 * <pre>{@code <tr pb:once="~{event/parts :: row(event=${event}, base=${base}, dates=${dates})}"></tr>}</pre>
 *
 * <p>It takes the element's place, as {@code th:replace} does, and sees only its parameters, which are given by name and are values:
 * records, enums, and what the JDK has.
 */
@Component
class PrintOnceDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "pb";

    /** Where {@code th:replace} stands: after th:each, th:if and th:with have had their say. */
    private static final int PRECEDENCE = 1_000;

    private final PrintedFragments fragments;

    PrintOnceDialect(ThymeleafProperties properties) {
        super("Print once", PREFIX, PRECEDENCE);
        this.fragments = new PrintedFragments(properties.isCache());
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Once(prefix, fragments));
    }

    private static final class Once extends AbstractAttributeTagProcessor {

        private final PrintedFragments fragments;

        Once(String prefix, PrintedFragments fragments) {
            super(TemplateMode.HTML, prefix, null, false, "once", true, PRECEDENCE, true);
            this.fragments = fragments;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            var expression = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value);
            if (!(expression instanceof FragmentExpression fragment) || fragment.hasSyntheticParameters()) {
                throw new IllegalArgumentException("No fragment with parameters by name: " + value);
            }
            var used = FragmentExpression.createExecutedFragmentExpression(context, fragment);
            structure.replaceWith(
                    fragments.print(
                            new Use(
                                    Optional.ofNullable(FragmentExpression.resolveTemplateName(used))
                                            .filter(template -> !template.isEmpty())
                                            .orElse(context.getTemplateData().getTemplate()),
                                    FragmentExpression.resolveFragments(used),
                                    Objects.requireNonNullElseGet(used.getFragmentParameters(), Map::of)),
                            context),
                    false);
        }
    }
}
