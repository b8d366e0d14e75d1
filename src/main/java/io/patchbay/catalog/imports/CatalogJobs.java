package io.patchbay.catalog.imports;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
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

    static final TaskDescriptor<Void> SCHEDULED = TaskDescriptor.of("catalog-import");
    static final TaskDescriptor<Void> REQUESTED = TaskDescriptor.of("catalog-import-requested");

    @Bean
    Task<Void> catalogImportTask(
            CatalogImport imports, CatalogIcons icons, CatalogProperties properties, ImportStore rows) {
        return Tasks.recurring(SCHEDULED, Schedules.parseSchedule(properties.schedule()))
                .execute((instance, context) -> runUnless(rows.underWay(REQUESTED.getTaskName()), imports, icons));
    }

    /** Whoever requested it looks whether it was done, and requests it again where not. */
    @Bean
    Task<Void> requestedCatalogImportTask(CatalogImport imports, CatalogIcons icons, ImportStore rows) {
        return Tasks.oneTime(REQUESTED)
                .execute((instance, context) -> runUnless(rows.underWay(SCHEDULED.getTaskName()), imports, icons));
    }

    /** One reads the source at a time, whatever the number of instances. */
    private static void runUnless(boolean another, CatalogImport imports, CatalogIcons icons) {
        if (!another) {
            imports.run();
            fetch(icons);
        }
    }

    private static void fetch(CatalogIcons icons) {
        try {
            icons.fetch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
