package io.patchbay.deployment.quick;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.management.DeploymentOffer;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.publishing.InstallerSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.MessageSourceAccessor;

/** Which installer of an application comes closest to defaults that were chosen for several. */
final class InstallerChoices {

    private InstallerChoices() {}

    /** The closest one; empty where nothing of the release can be deployed. */
    static Optional<InstallerChoice> closest(Release release, QuickDefaults defaults, Optional<String> preferred) {
        var language =
                Optional.ofNullable(defaults.language()).or(() -> preferred).orElse(null);
        return InstallerSelection.closest(release, defaults.architecture(), defaults.scope(), language);
    }

    /** In what an installer is other than the defaults want it, a sentence each. */
    static List<String> differences(InstallerChoice installer, QuickDefaults defaults, MessageSourceAccessor messages) {
        var differences = new ArrayList<String>();
        if (defaults.architecture() != null
                && installer.architecture() != Architecture.NEUTRAL
                && installer.architecture() != defaults.architecture()) {
            differences.add(messages.getMessage(
                    "quick.other.architecture",
                    new Object[] {label(defaults.architecture()), label(installer.architecture())}));
        }
        if (defaults.scope() != null && installer.scope() != null && installer.scope() != defaults.scope()) {
            differences.add(messages.getMessage("quick.other.scope", new Object[] {
                messages.getMessage("deployments.scope." + defaults.scope()),
                messages.getMessage("deployments.scope." + installer.scope())
            }));
        }
        var language = defaults.language();
        if (language != null && !InstallerSelection.comesIn(installer, language)) {
            differences.add(messages.getMessage(
                    "quick.other.language",
                    new Object[] {DeploymentOffer.nameOf(language), DeploymentOffer.nameOf(installer.language())}));
        }
        return differences;
    }

    private static String label(Architecture architecture) {
        return architecture.name().toLowerCase(Locale.ROOT);
    }
}
