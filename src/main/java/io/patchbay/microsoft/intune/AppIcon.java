package io.patchbay.microsoft.intune;

import java.util.Base64;
import java.util.Map;

/**
 * The picture that Company Portal shows for an application.
 *
 * @param contentType {@code image/png} or {@code image/jpeg}
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-shared-mimecontent">mimeContent</a>
 */
public record AppIcon(String contentType, byte[] content) {

    Map<String, Object> json() {
        return Map.of(
                "@odata.type",
                "#microsoft.graph.mimeContent",
                "type",
                contentType,
                "value",
                Base64.getEncoder().encodeToString(content));
    }
}
