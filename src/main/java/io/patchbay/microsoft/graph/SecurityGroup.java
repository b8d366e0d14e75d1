package io.patchbay.microsoft.graph;

import io.patchbay.microsoft.identity.DirectoryText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A security group of a tenant.
 *
 * @param id the object ID; a group that is made anew under the same name has another one
 * @param displayName its name
 * @param description what its administrators say of it
 */
public record SecurityGroup(
        UUID id, String displayName, @Nullable String description) {

    public SecurityGroup {
        displayName = DirectoryText.plain(displayName);
    }
}
