package io.patchbay.deployment.model;

import io.patchbay.microsoft.intune.IntuneApp;
import java.util.UUID;

/**
 * The mark in the notes of an application in Intune by which it is known as ours, and as that of one version.
 *
 * @param version identifies the {@link DeployedVersion}
 */
public record AppMark(UUID version) {

    private static final String PREFIX = "patchbay:";

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
