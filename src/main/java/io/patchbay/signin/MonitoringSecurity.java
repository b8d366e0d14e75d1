package io.patchbay.signin;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** A management port of its own is for machines on the inner network and asks nobody to sign in. */
@Configuration(proxyBeanMethods = false)
class MonitoringSecurity {

    private static final String MANAGEMENT = "management";
    private static final int NONE = -1;

    private volatile int port = NONE;

    @Bean
    @Order(0)
    SecurityFilterChain monitoring(HttpSecurity http) {
        return http.securityMatcher(request -> request.getLocalPort() == port)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Only a port of its own has a server of its own. */
    @EventListener
    void listens(WebServerInitializedEvent started) {
        if (WebServerApplicationContext.hasServerNamespace(started.getApplicationContext(), MANAGEMENT)) {
            port = started.getWebServer().getPort();
        }
    }
}
