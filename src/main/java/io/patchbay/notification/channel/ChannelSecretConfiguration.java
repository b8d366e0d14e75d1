package io.patchbay.notification.channel;

import io.patchbay.platform.crypto.SecretBox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChannelSecretConfiguration {

    /** Encrypts addresses and secrets of channels, each for its channel only, and signs links in e-mail. */
    @Bean
    SecretBox channelSecrets(NotificationProperties properties) {
        return properties.box();
    }
}
