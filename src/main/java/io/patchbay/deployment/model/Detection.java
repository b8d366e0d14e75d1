package io.patchbay.deployment.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** How Intune finds out whether an application is installed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Detection.Automatic.class, name = "AUTOMATIC"),
    @JsonSubTypes.Type(value = Detection.ByFile.class, name = "FILE"),
    @JsonSubTypes.Type(value = Detection.ByScript.class, name = "SCRIPT"),
    @JsonSubTypes.Type(value = Detection.ByMarker.class, name = "MARKER")
})
public sealed interface Detection {

    /** What the manifest says, of an application that updates itself if it is known to. */
    Detection OF_MANIFEST = new Automatic(null);

    /** The ways, as a form offers them. */
    enum DetectionKind {
        AUTOMATIC,
        FILE,
        SCRIPT,
        MARKER
    }

    /** Which of the ways it is. */
    default DetectionKind kind() {
        return switch (this) {
            case Automatic automatic -> DetectionKind.AUTOMATIC;
            case ByFile file -> DetectionKind.FILE;
            case ByScript script -> DetectionKind.SCRIPT;
            case ByMarker marker -> DetectionKind.MARKER;
        };
    }

    /** What of it is in the scripts of the content; null for nothing, so that another content is needed where it differs. */
    default @Nullable Object inScripts() {
        return switch (this) {
            case Automatic(var updatesItself) -> updatesItself;
            case ByMarker byMarker -> byMarker;
            case ByFile byFile -> null;
            case ByScript byScript -> null;
        };
    }

    /**
     * As the manifest says.
     *
     * @param updatesItself whether it counts as an application that updates itself, which is detected by its name, its publisher
     *     and its version; null where the list of such applications decides
     */
    record Automatic(@Nullable Boolean updatesItself) implements Detection {}

    /**
     * By a file that is there.
     *
     * @param folder where it is
     * @param name what it is called
     */
    record ByFile(String folder, String name) implements Detection {}

    /** By a PowerShell script, which writes something and ends with 0 where it is installed. */
    record ByScript(String script) implements Detection {}

    /** By a key in the registry that the install script writes and the uninstall script removes. */
    record ByMarker() implements Detection {}
}
