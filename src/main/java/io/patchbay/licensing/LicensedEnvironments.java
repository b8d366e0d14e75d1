package io.patchbay.licensing;

import java.util.List;

/** The environments of the current company; implemented by the module that has them. */
@FunctionalInterface
public interface LicensedEnvironments {

    /** All of them, oldest first. */
    List<LicensedEnvironment> all();
}
