package io.patchbay.microsoft.intune;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Win32 application as it is to be in Intune.
 *
 * @param notes where Patchbay's mark stands
 * @param setupFile what is run, by its path in the content with backslashes between folders
 * @param icon null for none, or to leave what is there
 * @param architectures as Graph names them: {@code x86}, {@code x64}, {@code arm64}
 * @param minimumWindows the oldest release of Windows it is offered to, as Graph names it: {@code 1607}
 * @param forUser whether it is installed for the signed-in user instead of the device
 * @param allowUninstall whether people can uninstall what they installed themselves (intune-in-the-field P15)
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-apps-win32lobapp?view=graph-rest-beta">win32LobApp</a>
 */
public record Win32App(
        String displayName,
        String displayVersion,
        String publisher,
        String description,
        @Nullable String informationUrl,
        String notes,
        @Nullable AppIcon icon,
        String setupFile,
        String installCommand,
        String uninstallCommand,
        List<String> architectures,
        String minimumWindows,
        boolean forUser,
        List<DetectionRule> detection,
        List<ReturnCode> returnCodes,
        List<String> scopeTags,
        boolean allowUninstall) {

    static final String TYPE = "#microsoft.graph.win32LobApp";

    /** Only {@code allowedArchitectures} knows it, beside which {@code applicableArchitectures} has to be none. */
    private static final String ARM64 = "arm64";

    Map<String, Object> json() {
        var json = new HashMap<String, Object>();
        json.put("@odata.type", TYPE);
        json.put("displayName", displayName);
        json.put("displayVersion", displayVersion);
        json.put("publisher", publisher);
        json.put("description", description);
        json.put("informationUrl", informationUrl);
        json.put("notes", notes);
        if (icon != null) {
            json.put("largeIcon", icon.json());
        }
        json.put("fileName", setupFile.replaceFirst("^.*\\\\", "").replaceFirst("\\.[^.]*$", "") + ".intunewin");
        json.put("setupFilePath", setupFile);
        json.put("installCommandLine", installCommand);
        json.put("uninstallCommandLine", uninstallCommand);
        var arm64 = architectures.contains(ARM64);
        json.put("applicableArchitectures", arm64 ? "none" : String.join(",", architectures));
        json.put("allowedArchitectures", arm64 ? String.join(",", architectures) : null);
        json.put("minimumSupportedWindowsRelease", minimumWindows);
        json.put(
                "installExperience",
                Map.of("runAsAccount", forUser ? "user" : "system", "deviceRestartBehavior", "basedOnReturnCode"));
        json.put("allowAvailableUninstall", allowUninstall);
        json.put("rules", detection.stream().map(DetectionRule::json).toList());
        json.put(
                "returnCodes",
                returnCodes.stream()
                        .map(one -> Map.of(
                                "returnCode", one.code(), "type", one.meaning().value()))
                        .toList());
        json.put("roleScopeTagIds", scopeTags.isEmpty() ? List.of("0") : scopeTags);
        return json;
    }
}
