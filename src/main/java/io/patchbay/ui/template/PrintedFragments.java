package io.patchbay.ui.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * What fragments printed for their parameters. A fragment is printed with its parameters alone, without the page, the request or
 * who reads it: so whoever gives the same ones gets the same, and nothing of somebody else.
 */
final class PrintedFragments {

    /** How much is kept, as characters that are printed and values they are printed from: 16 to 32 MB. */
    private static final long WEIGHT_AT_MOST = 16_000_000;

    /** What a value takes that is no text, about, in characters. */
    private static final int VALUE = 32;

    /** What nobody asks for is not kept: it may be of what was deleted meanwhile. */
    private static final Duration UNUSED_AT_MOST = Duration.ofHours(1);

    private static final String BEANS = ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;

    private final Cache<Use, Printed> printed = Caffeine.newBuilder()
            .maximumWeight(WEIGHT_AT_MOST)
            .weigher((Use use, Printed print) -> print.weight())
            .expireAfterAccess(UNUSED_AT_MOST)
            .build();

    private final boolean kept;

    /** @param kept whether anything is kept; not where templates are read anew each time */
    PrintedFragments(boolean kept) {
        this.kept = kept;
    }

    /** A fragment of a template and what it is given. */
    record Use(String template, Set<String> fragment, Map<String, Object> parameters) {}

    private record Printed(String html, int weight) {}

    /**
     * What the fragment prints.
     *
     * @throws IllegalArgumentException for a parameter that is no value, and for a form that is posted: its token is the
     *     reader's own
     */
    String print(Use use, ITemplateContext context) {
        var known = printed.getIfPresent(use);
        return known == null ? anew(use, context) : known.html();
    }

    private String anew(Use use, ITemplateContext context) {
        var weight = weight(use.parameters());
        var text = new StringWriter();
        context.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(
                        new TemplateSpec(use.template(), use.fragment(), TemplateMode.HTML, null),
                        alone(use, context),
                        text);
        var html = text.toString();
        if (html.contains("method=\"post\"")) {
            throw new IllegalArgumentException("%s has a form that is posted".formatted(use.fragment()));
        }
        if (kept) {
            printed.put(use, new Printed(html, (int) Math.min(Integer.MAX_VALUE, weight + html.length())));
        }
        return html;
    }

    private static WebContext alone(Use use, ITemplateContext context) {
        var variables = new HashMap<>(use.parameters());
        Optional.ofNullable(context.getVariable(BEANS)).ifPresent(beans -> variables.put(BEANS, beans));
        return new WebContext(
                TemplateExchange.bare(((IWebContext) context).getExchange()), context.getLocale(), variables);
    }

    /**
     * How much a value takes. Only of values it is known that what is equal to them prints the same: an entity, for one, is equal
     * to its own older self.
     */
    private static long weight(@Nullable Object value) {
        return switch (value) {
            case null -> VALUE;
            case Enum<?> constant -> VALUE;
            case CharSequence text -> VALUE + text.length();
            case Collection<?> all ->
                VALUE + all.stream().mapToLong(PrintedFragments::weight).sum();
            case Map<?, ?> map -> VALUE + weight(map.keySet()) + weight(map.values());
            case Optional<?> maybe -> VALUE + weight(maybe.orElse(null));
            case Record one ->
                VALUE
                        + Arrays.stream(one.getClass().getRecordComponents())
                                .mapToLong(part -> weight(part(one, part)))
                                .sum();
            default -> {
                if (!value.getClass().getPackageName().startsWith("java.")) {
                    throw new IllegalArgumentException(value.getClass().getName() + " is no value");
                }
                yield VALUE;
            }
        };
    }

    private static @Nullable Object part(Record whole, RecordComponent part) {
        ReflectionUtils.makeAccessible(part.getAccessor());
        return ReflectionUtils.invokeMethod(part.getAccessor(), whole);
    }
}
