package io.patchbay.ui.template;

import org.springframework.stereotype.Component;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Keeps every template and every expression once it was parsed. Thymeleaf keeps 200 and 500: fewer than the portal has, so
 * that it would parse and compile them again and again.
 */
@Component
class TemplateCaches {

    /** More than there ever are; each fragment counts anew in each template that uses it. */
    private static final int ENTRIES_AT_MOST = 20_000;

    TemplateCaches(SpringTemplateEngine engine) {
        var caches = new StandardCacheManager();
        caches.setTemplateCacheMaxSize(ENTRIES_AT_MOST);
        caches.setExpressionCacheMaxSize(ENTRIES_AT_MOST);
        engine.setCacheManager(caches);
    }
}
