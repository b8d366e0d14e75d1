package io.patchbay.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Looks at the database before anything uses it: no migration runs and no page is served with the wrong rights. */
@Component
class DatabaseGate implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGate.class);

    private @org.jspecify.annotations.Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (environment == null) {
            return;
        }
        var findings = DatabaseCheck.run(DatabaseSettings.of(environment));
        var failed = findings.stream().filter(Finding::isFailed).toList();
        if (!failed.isEmpty()) {
            throw new StartupRefusedException(failed);
        }
        findings.stream()
                .filter(finding -> finding.outcome() == Finding.Outcome.WARNING)
                .forEach(finding -> LOG.warn("{}: {}", finding.check(), finding.message()));
    }
}
