package io.patchbay.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of an application.
 *
 * @param description as plain text, empty where the manifest has none
 * @param homepage an http or https address
 * @param releaseNotes an http or https address of what is new in this version
 * @param version as the manifest writes it
 * @param locale the language of its texts as a BCP 47 tag; null where it is not known
 * @param releasedOn the day the publisher released it; null where the manifest does not say
 * @param since when the importer first saw it
 * @param withdrawn whether it is gone from where the catalog is filled from
 */
public record Release(
        AppId app,
        String name,
        String publisher,
        String description,
        @Nullable String homepage,
        @Nullable String releaseNotes,
        @Nullable String license,
        String version,
        @Nullable String locale,
        @Nullable LocalDate releasedOn,
        Instant since,
        boolean withdrawn,
        List<Installer> installers) {

    public Release {
        installers = List.copyOf(installers);
    }
}
