/** The staff console: what the vendor's own people see and do. Each of them sees what their app role is for. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "ui",
            "event",
            "event::pages",
            "company",
            "licensing",
            "environment",
            "environment::pages",
            "deployment"
        })
@NullMarked
package io.patchbay.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
