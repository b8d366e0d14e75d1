/**
 * Applications of the catalog in a tenant's Intune: publishing, new versions, retention, removal. A version is published
 * step by step and each step is stored, so that a crash costs a repeated call and never a second application.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "ui",
            "outbound",
            "event",
            "company",
            "microsoft",
            "microsoft::graph",
            "microsoft::identity",
            "microsoft::intune",
            "licensing",
            "environment",
            "catalog"
        })
@NullMarked
package io.patchbay.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
