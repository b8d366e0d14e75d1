package io.patchbay.deployment.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How Intune finds out whether an application is installed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Detection.Automatic.class, name = "AUTOMATIC"),
    @JsonSubTypes.Type(value = Detection.ByFile.class, name = "FILE"),
    @JsonSubTypes.Type(value = Detection.ByScript.class, name = "SCRIPT")
})
public sealed interface Detection {

    /** The three ways, as a form offers them. */
    enum DetectionKind {
        AUTOMATIC,
        FILE,
        SCRIPT
    }

    /** Which of the ways it is. */
    default DetectionKind kind() {
        return switch (this) {
            case Automatic automatic -> DetectionKind.AUTOMATIC;
            case ByFile file -> DetectionKind.FILE;
            case ByScript script -> DetectionKind.SCRIPT;
        };
    }

    /** As the manifest says. */
    record Automatic() implements Detection {}

    /**
     * By a file that is there.
     *
     * @param folder where it is
     * @param name what it is called
     */
    record ByFile(String folder, String name) implements Detection {}

    /** By a PowerShell script, which writes something and ends with 0 where it is installed. */
    record ByScript(String script) implements Detection {}
}
