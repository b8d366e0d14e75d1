package io.patchbay;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules and what each may know, as their package-info files declare it. */
@Tag("fast")
class ModularityTests {

    @Test
    void modulesKnowOnlyWhatTheyDeclare() {
        ApplicationModules.of(PatchbayApplication.class).verify();
    }
}
