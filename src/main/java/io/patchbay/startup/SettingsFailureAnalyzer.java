package io.patchbay.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Where one setting of Patchbay is wrong, prints all that are, each with what to write. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationPropertiesBindException> {

    private final Environment environment;

    SettingsFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, ConfigurationPropertiesBindException cause) {
        var problems = SettingsCheck.problems(environment);
        return problems.isEmpty()
                ? null
                : new FailureAnalysis(
                        problems.size() == 1 ? "A setting is wrong." : "Settings are wrong.",
                        String.join("\n", problems),
                        cause);
    }
}
