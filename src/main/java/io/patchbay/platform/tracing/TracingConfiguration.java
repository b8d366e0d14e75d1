package io.patchbay.platform.tracing;

import io.micrometer.tracing.Tracer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
@Conditional(TraceCollector.class)
class TracingConfiguration {

    /** Before Spring Boot's own: the first that can handle something is the only one. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SpanHandler spanHandler(Tracer tracer) {
        return new SpanHandler(tracer);
    }
}
