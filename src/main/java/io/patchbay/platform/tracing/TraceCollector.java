package io.patchbay.platform.tracing;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where traces go, if they go anywhere. As a condition it matches where they do. */
public final class TraceCollector implements Condition {

    /** Spring Boot's setting, which the standard variable {@code OTEL_EXPORTER_OTLP_ENDPOINT} sets as well. */
    private static final String SETTING = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final Set<String> SCHEMES = Set.of("http", "https");

    TraceCollector() {}

    /** Its address; empty where nobody set one, or only a blank. */
    public static Optional<String> of(Environment environment) {
        return Optional.ofNullable(environment.getProperty(SETTING)).filter(address -> !address.isBlank());
    }

    /** What is wrong with its address, and what to write; empty where nothing is, or where there is none. */
    public static Optional<String> problem(Environment environment) {
        return of(environment)
                .filter(address -> !callable(address))
                .map(address ->
                        "Set %s to the address that the collector takes traces at, such as http://collector:4318/v1/traces. It is \"%s\""
                                .formatted(SETTING, address));
    }

    private static boolean callable(String address) {
        try {
            var uri = URI.create(address);
            return isHttp(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isHttp(@Nullable String scheme) {
        return scheme != null && SCHEMES.contains(scheme);
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return of(context.getEnvironment()).isPresent();
    }
}
