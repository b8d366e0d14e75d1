package io.patchbay.deployment.publishing;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.Release;
import io.patchbay.deployment.model.InstallerChoice;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of a release's installers can be published as a Win32 application, and which is taken. */
public final class InstallerSelection {

    private static final Set<Architecture> ON_ARM = EnumSet.of(Architecture.ARM, Architecture.ARM64);
    private static final Comparator<InstallerChoice> BEST_FIRST = Comparator.comparing(
                    (InstallerChoice one) -> ON_ARM.contains(one.architecture()))
            .thenComparing(one -> one.scope() == InstallScope.USER)
            .thenComparing(InstallerChoice::architecture)
            .thenComparing(one -> one.scope() == null);

    private InstallerSelection() {}

    /** What there are installers for: first what most devices want, and the device before the user, as other tools do. */
    public static Set<InstallerChoice> choices(Release release) {
        var choices = new LinkedHashSet<InstallerChoice>();
        release.installers().stream()
                .filter(Installer::deployable)
                .map(one -> new InstallerChoice(one.architecture(), one.scope(), one.locale()))
                .sorted(BEST_FIRST)
                .forEach(choices::add);
        return choices;
    }

    /**
     * The choice for those who did not choose: the best kind, in the preferred language or else English, without a
     * language, or in the release's own.
     */
    public static Optional<InstallerChoice> proposed(Release release, @Nullable String preferred) {
        return proposed(release, preferred, choices(release));
    }

    /** The same among those of an architecture. */
    public static Optional<InstallerChoice> proposed(
            Release release, @Nullable String preferred, Architecture architecture) {
        return proposed(
                release,
                preferred,
                choices(release).stream()
                        .filter(one -> one.architecture() == architecture)
                        .toList());
    }

    /**
     * The choice that comes closest to what is wanted: of that architecture, else for any; then of that scope, else of none in
     * particular; then in that language.
     *
     * @param architecture null for any
     * @param scope null for any
     */
    public static Optional<InstallerChoice> closest(
            Release release,
            @Nullable Architecture architecture,
            @Nullable InstallScope scope,
            @Nullable String preferred) {
        var choices = List.copyOf(choices(release));
        if (architecture != null) {
            choices = firstFitting(
                    choices,
                    one -> one.architecture() == architecture,
                    one -> one.architecture() == Architecture.NEUTRAL);
        }
        if (scope != null) {
            choices = firstFitting(choices, one -> one.scope() == scope, one -> one.scope() == null);
        }
        return proposed(release, preferred, choices);
    }

    private static List<InstallerChoice> firstFitting(
            List<InstallerChoice> choices, Predicate<InstallerChoice> best, Predicate<InstallerChoice> next) {
        return Stream.of(best, next)
                .map(fitting -> choices.stream().filter(fitting).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(choices);
    }

    /** Whether it is in that language, of whatever region, or in none in particular. */
    public static boolean comesIn(InstallerChoice choice, String language) {
        return Languages.fits(choice.language(), language);
    }

    private static Optional<InstallerChoice> proposed(
            Release release, @Nullable String preferred, Collection<InstallerChoice> choices) {
        return choices.stream()
                .findFirst()
                .flatMap(best -> choices.stream()
                        .filter(one -> one.architecture() == best.architecture() && one.scope() == best.scope())
                        .min(Comparator.comparing(one -> Languages.rank(one.language(), preferred, release.locale()))));
    }

    /**
     * The installer that is chosen, one of Windows Installer if there are several. A language that was chosen is kept: an
     * installer in another one is never taken instead, only one without a language.
     */
    public static Optional<Installer> of(Release release, InstallerChoice choice) {
        var scope = choice.scope();
        return release.installers().stream()
                .filter(Installer::deployable)
                .filter(one -> one.architecture() == choice.architecture())
                .filter(one -> scope == null || one.scope() == null || one.scope() == scope)
                .filter(one -> Languages.fits(one.locale(), choice.language()))
                .min(Comparator.comparing((Installer one) -> one.scope() != scope)
                        .thenComparing(one -> Languages.rank(one.locale(), choice.language(), release.locale()))
                        .thenComparing(one -> !one.windowsInstaller()));
    }

    /** The architectures as Graph names them. */
    static List<String> graph(Installer installer) {
        return installer.runsOn().stream()
                .sorted(Comparator.comparing((Architecture one) -> one != Architecture.X86))
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
