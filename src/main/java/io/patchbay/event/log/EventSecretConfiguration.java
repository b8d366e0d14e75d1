package io.patchbay.event.log;

import io.patchbay.platform.crypto.SecretBox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventSecretConfiguration {

    /** Signs the chain of the log and encrypts what streaming needs. */
    @Bean
    SecretBox eventSecrets(EventProperties properties) {
        return properties.box();
    }
}
