package io.patchbay.deployment.management;

import io.patchbay.catalog.NotDeployable;
import io.patchbay.deployment.model.InstallerChoice;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an application of the catalog can be deployed.
 *
 * @param versions newest first
 * @param choices what there are installers for, best first; none where nothing of it can be deployed
 * @param proposed the choice for those who do not choose; null where there is none
 * @param hindrances why installers cannot be deployed
 */
public record DeploymentOffer(
        String app,
        String name,
        String publisher,
        List<String> versions,
        List<InstallerChoice> choices,
        @Nullable InstallerChoice proposed,
        List<NotDeployable> hindrances) {

    /** A language to choose; the tag is empty for none in particular. */
    public record OfferedLanguage(String tag, @Nullable String name) {}

    /** The architectures and scopes, whatever the language. */
    public List<InstallerChoice> kinds() {
        return choices.stream()
                .map(one -> new InstallerChoice(one.architecture(), one.scope(), null))
                .distinct()
                .toList();
    }

    /** The languages by name, and last none in particular. */
    public List<OfferedLanguage> languages() {
        return choices.stream()
                .map(one -> Objects.requireNonNullElse(one.language(), ""))
                .distinct()
                .map(tag -> new OfferedLanguage(tag, nameOf(tag)))
                .sorted((one, other) -> compare(one.name(), other.name()))
                .toList();
    }

    private static int compare(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? Boolean.compare(one == null, other == null) : one.compareTo(other);
    }

    /** A language's name; null for none in particular. */
    public static @Nullable String nameOf(@Nullable String tag) {
        return tag == null || tag.isEmpty() ? null : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    /** The kind in that language, or without one where it comes in none; empty where it comes in other languages only. */
    public Optional<InstallerChoice> choice(InstallerChoice kind, @Nullable String language) {
        var wanted = language == null || language.isEmpty() ? null : language;
        return in(kind, wanted).or(() -> in(kind, null)).or(() -> only(kind));
    }

    private Optional<InstallerChoice> in(InstallerChoice kind, @Nullable String language) {
        return choices.stream()
                .filter(new InstallerChoice(kind.architecture(), kind.scope(), language)::equals)
                .findFirst();
    }

    /** Where there is one language on the whole, nobody had to choose it. */
    private Optional<InstallerChoice> only(InstallerChoice kind) {
        return languages().size() == 1 ? in(kind, languages().getFirst().tag()) : Optional.empty();
    }
}
