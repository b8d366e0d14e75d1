package io.patchbay.environment.connection;

import io.patchbay.microsoft.graph.Organization;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was proven about a tenant's consent.
 *
 * @param organization the tenant as Microsoft Graph describes it
 * @param granted the application permissions granted, by name
 * @param managedDevices how many devices Intune manages there, null where that could not be read
 * @param warning what Microsoft warns of although everything works, null where of nothing
 */
public record TenantProof(
        Organization organization,
        Set<String> granted,
        @Nullable Integer managedDevices,
        @Nullable ConsentProblem warning) {

    /** The warning as the reason of a state. */
    @Nullable
    Diagnosis cause() {
        return warning == null ? null : Diagnosis.of(warning);
    }
}
