package io.patchbay.deployment.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * The step that a publishing takes next, with what the steps before it came to: each stage holds all that its step needs, and
 * no more.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PublishStage.Fetching.class, name = "FETCH"),
    @JsonSubTypes.Type(value = PublishStage.Packing.class, name = "PACK"),
    @JsonSubTypes.Type(value = PublishStage.Creating.class, name = "CREATE"),
    @JsonSubTypes.Type(value = PublishStage.OpeningContent.class, name = "CONTENT_VERSION"),
    @JsonSubTypes.Type(value = PublishStage.AddingFile.class, name = "FILE"),
    @JsonSubTypes.Type(value = PublishStage.Uploading.class, name = "UPLOAD"),
    @JsonSubTypes.Type(value = PublishStage.Committing.class, name = "COMMIT"),
    @JsonSubTypes.Type(value = PublishStage.Verifying.class, name = "CHECK_COMMIT"),
    @JsonSubTypes.Type(value = PublishStage.UsingContent.class, name = "USE_CONTENT"),
    @JsonSubTypes.Type(value = PublishStage.Categorizing.class, name = "CATEGORIES"),
    @JsonSubTypes.Type(value = PublishStage.Assigning.class, name = "ASSIGN"),
    @JsonSubTypes.Type(value = PublishStage.Superseding.class, name = "SUPERSEDE")
})
public sealed interface PublishStage {

    /** Its application in Intune; null before there is one. */
    @Nullable
    String app();

    /** The name of the step. */
    default Step step() {
        return switch (this) {
            case Fetching stage -> Step.FETCH;
            case Packing stage -> Step.PACK;
            case Creating stage -> Step.CREATE;
            case OpeningContent stage -> Step.CONTENT_VERSION;
            case AddingFile stage -> Step.FILE;
            case Uploading stage -> Step.UPLOAD;
            case Committing stage -> Step.COMMIT;
            case Verifying stage -> Step.CHECK_COMMIT;
            case UsingContent stage -> Step.USE_CONTENT;
            case Categorizing stage -> Step.CATEGORIES;
            case Assigning stage -> Step.ASSIGN;
            case Superseding stage -> Step.SUPERSEDE;
        };
    }

    /** The installer is to be downloaded. */
    record Fetching(@Nullable String app) implements PublishStage {}

    /** What was downloaded is to be packed. */
    record Packing(@Nullable String app) implements PublishStage {}

    /**
     * The application is to be made, or changed where there is one.
     *
     * @param begun whether that was begun before, so that it may have happened without our knowing
     */
    record Creating(@Nullable String app, PackedInstaller content, boolean begun) implements PublishStage {}

    /** A new version of the application's content is to be opened. */
    record OpeningContent(String app, PackedInstaller content) implements PublishStage {}

    /** A file is to be added to that. */
    record AddingFile(String app, PackedInstaller content, String contentVersion) implements PublishStage {}

    /**
     * The content is to be uploaded.
     *
     * @param blocks how many blocks are uploaded
     * @param renewals how often the address to upload to was renewed since a block went through
     */
    record Uploading(FileReference file, PackedInstaller content, int blocks, int renewals) implements PublishStage {

        @Override
        public String app() {
            return file.app();
        }

        public Uploading upTo(int block) {
            return new Uploading(file, content, block, 0);
        }

        public Uploading renewed() {
            return new Uploading(file, content, blocks, renewals + 1);
        }
    }

    /** Intune is to take the content that was uploaded. */
    record Committing(FileReference file, PackedInstaller content) implements PublishStage {

        @Override
        public String app() {
            return file.app();
        }
    }

    /** Intune is to say that it took it. */
    record Verifying(FileReference file) implements PublishStage {

        @Override
        public String app() {
            return file.app();
        }
    }

    /** The application is to use the content. */
    record UsingContent(String app, String contentVersion) implements PublishStage {}

    /** The application is to be put into its categories. */
    record Categorizing(String app) implements PublishStage {}

    /** The application is to be assigned. */
    record Assigning(String app) implements PublishStage {}

    /** The others of the deployment are to be taken from everybody. */
    record Superseding(String app) implements PublishStage {}

    /** A file of a content version of an application in Intune. */
    record FileReference(String app, String contentVersion, String file) {}
}
