package io.patchbay.platform.pageview;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Begins page views last of all interceptors: whoever is refused needs no transaction. */
@Configuration(proxyBeanMethods = false)
class PageViewConfiguration implements WebMvcConfigurer {

    private final PageTransactions pages;

    PageViewConfiguration(PageTransactions pages) {
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(pages).order(Ordered.LOWEST_PRECEDENCE);
    }
}
