package io.patchbay.startup;

import java.util.List;
import java.util.stream.Collectors;

/** The portal does not start like this. */
final class StartupRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartupRefusedException(List<Finding> failed) {
        super(failed.stream().map(Finding::message).collect(Collectors.joining("\n")));
    }
}
