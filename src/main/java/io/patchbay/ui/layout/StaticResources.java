package io.patchbay.ui.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves style sheets, scripts and pictures, at addresses that change with their content and are kept by browsers for good.
 *
 * <p>Scripts import one another by relative addresses, into which no server writes a hash: so one hash over all of them stands
 * in the path, which the imports inherit, and which changes when any of them does.
 */
@Configuration(proxyBeanMethods = false)
class StaticResources implements WebMvcConfigurer {

    private static final String FOLDER = "classpath:/static/assets/";
    private static final String SCRIPTS = FOLDER + "js/";
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FOLDER)
                .setCacheControl(KEPT)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/assets/js/**")
                .addResourceLocations(SCRIPTS)
                .setCacheControl(KEPT)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(hashOfAll(), "/**"));
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(KEPT)
                .resourceChain(true);
    }

    private static String hashOfAll() {
        try {
            var scripts = new PathMatchingResourcePatternResolver().getResources(SCRIPTS + "*.js");
            Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
            var all = new StringBuilder();
            for (var script : scripts) {
                all.append(script.getFilename()).append(DigestUtils.md5DigestAsHex(script.getContentAsByteArray()));
            }
            return DigestUtils.md5DigestAsHex(all.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
