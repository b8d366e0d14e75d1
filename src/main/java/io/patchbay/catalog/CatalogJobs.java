package io.patchbay.catalog;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogJobs {

    @Bean
    Task<Void> catalogImportTask(CatalogImport imports, CatalogProperties properties) {
        return Tasks.recurring("catalog-import", Schedules.parseSchedule(properties.schedule()))
                .execute((instance, context) -> imports.run());
    }
}
