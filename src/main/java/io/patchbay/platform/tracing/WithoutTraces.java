package io.patchbay.platform.tracing;

import io.patchbay.platform.problem.InvalidSettingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out what Spring Boot configures for traces where they go nowhere. It would otherwise make every span, and a thread that
 * sends none of them.
 */
final class WithoutTraces implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> TRACES = List.of(
            "org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry.autoconfigure.");

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        wanted = TraceCollector.of(environment).isPresent();
        TraceCollector.problem(environment).ifPresent(problem -> {
            throw new InvalidSettingException(problem);
        });
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var kept = new boolean[candidates.length];
        for (int at = 0; at < candidates.length; at++) {
            var candidate = candidates[at];
            kept[at] = wanted || candidate == null || TRACES.stream().noneMatch(candidate::startsWith);
        }
        return kept;
    }
}
