package io.patchbay.ui.template;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.env.Environment;

/** The texts of the portal. */
@Configuration(proxyBeanMethods = false)
class TextConfiguration {

    @Bean
    MessageSource messageSource(Environment environment) {
        var texts = new FormattedMessages();
        texts.setBasenames(
                environment.getProperty("spring.messages.basename", String[].class, new String[] {"messages"}));
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Bean
    MessageSourceAccessor messages(MessageSource source) {
        return new MessageSourceAccessor(source, Locale.ENGLISH);
    }
}
