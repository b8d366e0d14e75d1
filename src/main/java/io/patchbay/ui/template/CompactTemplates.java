package io.patchbay.ui.template;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.cache.NonCacheableCacheEntryValidity;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

/**
 * Reads templates with their {@link TemplateConstants}, and without the indentation of their lines, which browsers do not show: a
 * sixth of their text, that nobody needs to print, compress and send. No template has lines of its own in a {@code pre} or a
 * {@code textarea}, where it would be shown.
 */
final class CompactTemplates extends SpringResourceTemplateResolver {

    private final TemplateConstants constants;
    private final BooleanSupplier complete;

    /** @param complete whether the constants are all known by now; until then no template is kept */
    CompactTemplates(TemplateConstants constants, BooleanSupplier complete) {
        this.constants = constants;
        this.complete = complete;
    }

    @Override
    @SuppressWarnings("NullAway") // Thymeleaf says null for a template that has no owner and no attributes
    protected ICacheEntryValidity computeValidity(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String template,
            @Nullable Map<String, Object> attributes) {
        return complete.getAsBoolean()
                ? super.computeValidity(configuration, owner, template, attributes)
                : NonCacheableCacheEntryValidity.INSTANCE;
    }

    @Override
    @SuppressWarnings("NullAway") // Thymeleaf says null for a template that has no owner and no attributes
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            @Nullable String owner,
            String template,
            String resource,
            @Nullable String encoding,
            @Nullable Map<String, Object> attributes) {
        return new Compact(
                super.computeTemplateResource(configuration, owner, template, resource, encoding, attributes),
                constants);
    }

    private record Compact(ITemplateResource whole, TemplateConstants constants) implements ITemplateResource {

        @Override
        public String getDescription() {
            return whole.getDescription();
        }

        @Override
        public String getBaseName() {
            return whole.getBaseName();
        }

        @Override
        public boolean exists() {
            return whole.exists();
        }

        @Override
        public Reader reader() throws IOException {
            try (var lines = new BufferedReader(whole.reader())) {
                return new StringReader(constants.writeInto(
                        lines.lines().map(String::stripLeading).collect(Collectors.joining("\n", "", "\n"))));
            }
        }

        @Override
        public ITemplateResource relative(String location) {
            return new Compact(whole.relative(location), constants);
        }
    }
}
