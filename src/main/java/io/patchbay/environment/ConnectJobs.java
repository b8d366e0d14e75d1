package io.patchbay.environment;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectJobs {

    @Bean
    Task<Void> checkConnectionTask(CheckJob job) {
        return job.task();
    }

    @Bean
    Task<Void> disconnectIntuneTask(DisconnectJob job) {
        return job.task();
    }

    @Bean
    Task<Void> verifyConsentTask(ConsentVerification verification) {
        return verification.task();
    }
}
