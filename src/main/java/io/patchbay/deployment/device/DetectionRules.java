package io.patchbay.deployment.device;

import io.patchbay.microsoft.intune.DetectionRule;
import java.util.List;
import java.util.Objects;

/** How Intune finds out whether a product is installed: by a rule of its own where that is exact, otherwise by a script. */
public final class DetectionRules {

    private DetectionRules() {}

    /**
     * By the product code with at least the version where Windows Installer knows it (I5). Everything else is looked up by a
     * script, in both registry views, because installers register in either (I3).
     */
    public static List<DetectionRule> of(InstalledProduct product) {
        if (!product.byProductCode()) {
            return List.of(new DetectionRule.Script(DeviceScripts.detect(product)));
        }
        var code = Objects.requireNonNull(product.key());
        if (product.version().isEmpty()) {
            return List.of(new DetectionRule.ProductCode(code, null));
        }
        return List.of(
                product.hasNumericVersion()
                        ? new DetectionRule.ProductCode(code, product.version())
                        : new DetectionRule.Script(DeviceScripts.detect(product)));
    }

    /** By the marker with at least its version. */
    public static List<DetectionRule> of(InstallMarker marker) {
        return List.of(
                marker.hasNumericVersion()
                        ? new DetectionRule.RegistryVersion(marker.path(), InstallMarker.VALUE, marker.version(), false)
                        : new DetectionRule.Script(DeviceScripts.detect(marker)));
    }
}
