package io.patchbay.ui.template;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.StandardEngineContextFactory;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.IWebExchange;

/** Has templates keep their variables in a {@link TemplateExchange}. */
@Component
class TemplateContexts implements IEngineContextFactory {

    private final IEngineContextFactory usual = new StandardEngineContextFactory();

    TemplateContexts(SpringTemplateEngine engine) {
        engine.setEngineContextFactory(this);
    }

    @Override
    public IEngineContext createEngineContext(
            IEngineConfiguration configuration,
            TemplateData template,
            @Nullable Map<String, Object> resolution,
            IContext context) {
        return usual.createEngineContext(
                configuration,
                template,
                resolution,
                context instanceof IWebContext page
                        ? new Kept(page, TemplateExchange.of(page.getExchange()))
                        : context);
    }

    private record Kept(IWebContext page, IWebExchange exchange) implements IWebContext {

        @Override
        public IWebExchange getExchange() {
            return exchange;
        }

        @Override
        public Locale getLocale() {
            return page.getLocale();
        }

        @Override
        public boolean containsVariable(String name) {
            return page.containsVariable(name);
        }

        @Override
        public Set<String> getVariableNames() {
            return page.getVariableNames();
        }

        @Override
        public Object getVariable(String name) {
            return page.getVariable(name);
        }
    }
}
