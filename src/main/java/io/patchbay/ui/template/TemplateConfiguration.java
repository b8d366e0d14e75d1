package io.patchbay.ui.template;

import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** Where templates are read from: what Spring Boot would do by itself, but for the indentation. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    /** Spring Boot leaves out its own where there is one of this name. */
    @Bean
    SpringResourceTemplateResolver defaultTemplateResolver(ThymeleafProperties properties) {
        var templates = new CompactTemplates();
        templates.setPrefix(properties.getPrefix());
        templates.setSuffix(properties.getSuffix());
        templates.setTemplateMode(properties.getMode());
        templates.setCharacterEncoding(properties.getEncoding().name());
        templates.setCacheable(properties.isCache());
        templates.setCheckExistence(properties.isCheckTemplate());
        return templates;
    }
}
