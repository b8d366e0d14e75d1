package io.patchbay.simulator.intune;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is in a tenant's Intune now.
 *
 * @param assignments as {@code intent target [group]}, such as {@code required group 1234…} or {@code available allUsers}
 * @param icon its picture in Base64
 */
public record SimulatedApp(
        String id,
        String displayName,
        String displayVersion,
        String notes,
        String publishingState,
        @Nullable String committedContentVersion,
        List<String> assignments,
        Set<String> categories,
        List<String> scopeTags,
        @Nullable String icon,
        String installCommand,
        String uninstallCommand,
        String rules) {

    public boolean published() {
        return publishingState.equals("published");
    }
}
