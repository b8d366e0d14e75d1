package io.patchbay.deployment.model;

import io.patchbay.microsoft.intune.IntuneApp;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The mark in the notes of an application in Intune by which it is known as ours, and as that of one version.
 *
 * @param version identifies the {@link DeployedVersion}
 */
public record AppMark(UUID version) {

    private static final String PREFIX = "patchbay:";

    private static final Pattern IN_NOTES = Pattern.compile(PREFIX + "([0-9a-f-]{36})");

    /** The mark in an application's notes. */
    public static Optional<AppMark> of(IntuneApp app) {
        var notes = app.notes();
        var found = IN_NOTES.matcher(notes == null ? "" : notes);
        return found.find() ? parsed(found.group(1)) : Optional.empty();
    }

    private static Optional<AppMark> parsed(String version) {
        try {
            return Optional.of(new AppMark(UUID.fromString(version)));
        } catch (IllegalArgumentException changedByHand) {
            return Optional.empty();
        }
    }

    /** As it stands in the notes. */
    public String text() {
        return PREFIX + version;
    }

    /** Whether the application bears it. */
    public boolean on(IntuneApp app) {
        return app.marked(text());
    }

    /** Whether the application bears the mark of any version. */
    public static boolean onAny(IntuneApp app) {
        return app.marked(PREFIX);
    }
}
