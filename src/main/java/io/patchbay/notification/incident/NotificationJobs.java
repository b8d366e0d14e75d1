package io.patchbay.notification.incident;

import com.github.kagkarlsson.scheduler.task.Task;
import io.patchbay.notification.delivery.DeliveryJob;
import io.patchbay.notification.delivery.DeliveryWake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationJobs {

    @Bean
    Task<Void> deliverNoticesTask(DeliveryJob job) {
        return job.task();
    }

    @Bean
    Task<Void> deliverNoticesSoonTask(DeliveryWake wake) {
        return wake.soon();
    }

    @Bean
    Task<Void> remindOfTroubleTask(ReminderJob job) {
        return job.task();
    }
}
