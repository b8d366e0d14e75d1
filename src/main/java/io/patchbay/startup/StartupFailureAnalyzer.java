package io.patchbay.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the portal does not start, instead of a stack trace. */
class StartupFailureAnalyzer extends AbstractFailureAnalyzer<StartupRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartupRefusedException cause) {
        return new FailureAnalysis(
                "Patchbay does not start like this.",
                cause.getMessage() + "\n\nThe argument --check checks everything without starting the portal.",
                cause);
    }
}
