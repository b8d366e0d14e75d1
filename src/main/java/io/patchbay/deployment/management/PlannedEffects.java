package io.patchbay.deployment.management;

import io.patchbay.catalog.ExitCode;
import io.patchbay.catalog.ExitCode.ExitMeaning;
import io.patchbay.catalog.InstallEffect;
import io.patchbay.catalog.InstallEffect.DetectedBy;
import io.patchbay.catalog.InstallEffect.DetectedKind;
import io.patchbay.catalog.InstallEffects;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.Detection;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.publishing.InstallPlan;
import io.patchbay.microsoft.intune.DetectionRule;
import io.patchbay.microsoft.intune.ReturnCode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads off an install plan what it does on a device. */
@Component
class PlannedEffects implements InstallEffects {

    @Override
    public Optional<InstallEffect> of(Release release, Installer installer) {
        var spec = DeploymentSpec.of(
                new VersionChoice.Fixed(release.version()),
                new InstallerChoice(installer.architecture(), installer.scope(), installer.locale()));
        return installer.deployable() ? Optional.of(of(new InstallPlan(release, installer, spec))) : Optional.empty();
    }

    static InstallEffect of(InstallPlan plan) {
        var install = plan.plainInstall();
        var uninstall = plan.plainUninstall();
        return new InstallEffect(
                plan.release().version(),
                plan.installCommand(),
                plan.installCommand().equals(install) ? null : install,
                plan.uninstallCommand(),
                plan.uninstallCommand().equals(uninstall) ? null : uninstall,
                detected(plan),
                plan.forUser(),
                plan.returnCodes().stream()
                        .map(one -> new ExitCode(one.code(), meaning(one.meaning())))
                        .toList());
    }

    private static ExitMeaning meaning(ReturnCode.Meaning meaning) {
        return switch (meaning) {
            case SUCCESS -> ExitMeaning.SUCCESS;
            case SOFT_REBOOT -> ExitMeaning.RESTART_TO_FINISH;
            case HARD_REBOOT -> ExitMeaning.RESTART_INITIATED;
            case RETRY -> ExitMeaning.TRY_AGAIN;
            case FAILED -> ExitMeaning.FAILURE;
        };
    }

    private static DetectedBy detected(InstallPlan plan) {
        var marker = plan.marker();
        return marker == null
                ? detected(plan, plan.detection().getFirst())
                : new DetectedBy(DetectedKind.MARKER, marker.path(), marker.version());
    }

    private static DetectedBy detected(InstallPlan plan, DetectionRule rule) {
        return switch (rule) {
            case DetectionRule.ProductCode(var code, var version) ->
                version == null
                        ? new DetectedBy(DetectedKind.PRODUCT_CODE_ANY, code)
                        : new DetectedBy(DetectedKind.PRODUCT_CODE, code, version);
            case DetectionRule.File(var folder, var name) ->
                new DetectedBy(DetectedKind.FILE, folder.endsWith("\\") ? folder + name : folder + "\\" + name);
            case DetectionRule.RegistryVersion(var key, var value, var version, var view32) ->
                new DetectedBy(DetectedKind.MARKER, key, version);
            case DetectionRule.Script script -> byScript(plan);
        };
    }

    private static DetectedBy byScript(InstallPlan plan) {
        if (!(plan.spec().detection() instanceof Detection.Automatic)) {
            return new DetectedBy(DetectedKind.SCRIPT);
        }
        var product = plan.product();
        var key = product.key();
        if (key != null && !product.keyAges()) {
            return product.version().isEmpty()
                    ? new DetectedBy(DetectedKind.KEY_ANY, key)
                    : new DetectedBy(DetectedKind.KEY, key, product.version());
        }
        var name = product.names().getFirst();
        var publisher = product.publishers().getFirst();
        return product.version().isEmpty()
                ? new DetectedBy(DetectedKind.LISTED_ANY, name, publisher)
                : new DetectedBy(DetectedKind.LISTED, name, publisher, product.version());
    }
}
