package io.patchbay.platform.tenancy;

import java.io.Serializable;
import java.util.UUID;

/**
 * A person as Entra ID knows them: the only key by which Patchbay recognizes anybody. The same human has another object
 * ID in each tenant and counts as another person there.
 *
 * @param tenantId the {@code tid} claim
 * @param objectId the {@code oid} claim
 */
public record PersonId(UUID tenantId, UUID objectId) implements Serializable {

    @Override
    public String toString() {
        return tenantId + ":" + objectId;
    }
}
