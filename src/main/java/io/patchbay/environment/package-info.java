/** Settings | Environments and the Intune connection. A tenant is connected only on the word of a validated ID token of an administrator of that tenant, and after its consent was proven with an app-only token. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "ui",
            "event",
            "microsoft",
            "microsoft::identity",
            "microsoft::graph",
            "company",
            "licensing"
        })
@NullMarked
package io.patchbay.environment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
