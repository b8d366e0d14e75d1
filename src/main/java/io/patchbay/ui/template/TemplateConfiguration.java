package io.patchbay.ui.template;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** Where templates are read from: what Spring Boot would do by itself, but shorter. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    /** While its address is not known, those of the others are not: the portal has just begun to listen. */
    private static final String A_FILE = "/assets/app.css";

    private static final Pattern FILE = Pattern.compile("^/(assets|webjars)/");

    /** Spring Boot leaves out its own where there is one of this name. */
    @Bean
    SpringResourceTemplateResolver defaultTemplateResolver(
            ThymeleafProperties properties,
            MessageSource messages,
            ServletContext context,
            ObjectProvider<ResourceUrlProvider> resources) {
        var templates = new CompactTemplates(
                new TemplateConstants(
                        messages, path -> resolved(path, resources.getObject()).map(context.getContextPath()::concat)),
                () -> resources.getObject().getForLookupPath(A_FILE) != null);
        templates.setPrefix(properties.getPrefix());
        templates.setSuffix(properties.getSuffix());
        templates.setTemplateMode(properties.getMode());
        templates.setCharacterEncoding(properties.getEncoding().name());
        templates.setCacheable(properties.isCache());
        templates.setCheckExistence(properties.isCheckTemplate());
        return templates;
    }

    /** A file's address has a hash of its content in it; a page's is its path. */
    private static Optional<String> resolved(String path, ResourceUrlProvider resources) {
        return FILE.matcher(path).find() ? Optional.ofNullable(resources.getForLookupPath(path)) : Optional.of(path);
    }
}
