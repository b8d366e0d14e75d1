package io.patchbay.deployment.management;

import com.github.kagkarlsson.scheduler.task.Task;
import io.patchbay.deployment.publishing.PublishJob;
import io.patchbay.deployment.removal.DeleteJob;
import io.patchbay.deployment.synchronization.SyncJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeploymentJobs {

    @Bean
    Task<Void> publishVersionTask(PublishJob job) {
        return job.task();
    }

    @Bean
    Task<Void> publishVersionSoonTask(PublishJob job) {
        return job.wake().soon();
    }

    @Bean
    Task<Void> deleteDeploymentTask(DeleteJob job) {
        return job.task();
    }

    @Bean
    Task<Void> deleteDeploymentSoonTask(DeleteJob job) {
        return job.wake().soon();
    }

    @Bean
    Task<Void> synchronizeEnvironmentTask(SyncJob job) {
        return job.task();
    }

    @Bean
    Task<Void> synchronizeEnvironmentSoonTask(SyncJob job) {
        return job.wake().soon();
    }
}
