package io.patchbay.catalog;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogJobs {

    @Bean
    RecurringTask<Void> importCatalogTask(CatalogImport catalog, CatalogProperties properties) {
        return Tasks.recurring("import-catalog", FixedDelay.of(properties.every()))
                .execute((instance, context) -> catalog.run());
    }
}
