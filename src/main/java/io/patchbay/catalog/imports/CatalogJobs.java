package io.patchbay.catalog.imports;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.patchbay.catalog.CatalogIcons;
import io.patchbay.catalog.source.CatalogProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogJobs {

    @Bean
    Task<Void> catalogImportTask(CatalogImport imports, CatalogIcons icons, CatalogProperties properties) {
        return Tasks.recurring("catalog-import", Schedules.parseSchedule(properties.schedule()))
                .execute((instance, context) -> {
                    imports.run();
                    fetch(icons);
                });
    }

    private static void fetch(CatalogIcons icons) {
        try {
            icons.fetch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
