/**
 * What every module stands on: who is acting and for which company, what failures people see, durable work, secrets, time and
 * identifiers. It knows no feature, and everything in it may be used by all.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package io.patchbay.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
