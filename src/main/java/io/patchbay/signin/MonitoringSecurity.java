package io.patchbay.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** A management port of its own is for machines on the inner network and asks nobody to sign in. */
@Configuration(proxyBeanMethods = false)
class MonitoringSecurity {

    private static final String SERVER = "local.server.port";
    private static final String MANAGEMENT = "local.management.port";

    @Bean
    @Order(0)
    SecurityFilterChain monitoring(HttpSecurity http, Environment environment) {
        return http.securityMatcher(request -> isManagement(environment, request.getLocalPort()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static boolean isManagement(Environment environment, int port) {
        var management = environment.getProperty(MANAGEMENT, Integer.class);
        return management != null
                && management == port
                && !management.equals(environment.getProperty(SERVER, Integer.class));
    }
}
