package io.patchbay.deployment.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The step that a publishing takes next, with what the steps before it came to: each stage holds all that its step needs, and
 * no more.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PublishStage.Fetching.class, name = "FETCH"),
    @JsonSubTypes.Type(value = PublishStage.Packing.class, name = "PACK"),
    @JsonSubTypes.Type(value = PublishStage.Remaking.class, name = "REMAKE"),
    @JsonSubTypes.Type(value = PublishStage.Creating.class, name = "CREATE"),
    @JsonSubTypes.Type(value = PublishStage.OpeningContent.class, name = "CONTENT_VERSION"),
    @JsonSubTypes.Type(value = PublishStage.AddingFile.class, name = "FILE"),
    @JsonSubTypes.Type(value = PublishStage.Uploading.class, name = "UPLOAD"),
    @JsonSubTypes.Type(value = PublishStage.Committing.class, name = "COMMIT"),
    @JsonSubTypes.Type(value = PublishStage.Verifying.class, name = "CHECK_COMMIT"),
    @JsonSubTypes.Type(value = PublishStage.UsingContent.class, name = "USE_CONTENT"),
    @JsonSubTypes.Type(value = PublishStage.Processing.class, name = "PROCESS"),
    @JsonSubTypes.Type(value = PublishStage.Changing.class, name = "CHANGE"),
    @JsonSubTypes.Type(value = PublishStage.Categorizing.class, name = "CATEGORIES"),
    @JsonSubTypes.Type(value = PublishStage.Relating.class, name = "RELATE"),
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
            case Remaking stage -> Step.REMAKE;
            case Creating stage -> Step.CREATE;
            case OpeningContent stage -> Step.CONTENT_VERSION;
            case AddingFile stage -> Step.FILE;
            case Uploading stage -> Step.UPLOAD;
            case Committing stage -> Step.COMMIT;
            case Verifying stage -> Step.CHECK_COMMIT;
            case UsingContent stage -> Step.USE_CONTENT;
            case Processing stage -> Step.PROCESS;
            case Changing stage -> Step.CHANGE;
            case Categorizing stage -> Step.CATEGORIES;
            case Relating stage -> Step.RELATE;
            case Assigning stage -> Step.ASSIGN;
            case Superseding stage -> Step.SUPERSEDE;
        };
    }

    /** The installer is to be downloaded. */
    record Fetching(@Nullable String app) implements PublishStage {}

    /** What was downloaded is to be packed. */
    record Packing(@Nullable String app) implements PublishStage {}

    /**
     * The application that never came into use, and whose content cannot be mended, is to be deleted and made anew.
     *
     * @param content what was packed for it; null where that is to be made anew too
     */
    record Remaking(String app, @Nullable PackedInstaller content) implements PublishStage {}

    /**
     * The application is to be made, or found where there is one.
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
     * @param unknownSince since when the storage does not know the address; null where it does
     */
    record Uploading(
            FileReference file,
            PackedInstaller content,
            int blocks,
            int renewals,
            @Nullable Instant unknownSince) implements PublishStage {

        /** From the first block on. */
        public static Uploading begin(FileReference file, PackedInstaller content) {
            return new Uploading(file, content, 0, 0, null);
        }

        @Override
        public String app() {
            return file.app();
        }

        public Uploading upTo(int block) {
            return block == blocks ? this : new Uploading(file, content, block, 0, null);
        }

        public Uploading renewed() {
            return new Uploading(file, content, blocks, renewals + 1, null);
        }

        public Uploading unknown(Instant since) {
            return new Uploading(file, content, blocks, renewals, since);
        }
    }

    /** Intune is to take the content that was uploaded. */
    record Committing(FileReference file, PackedInstaller content) implements PublishStage {

        @Override
        public String app() {
            return file.app();
        }
    }

    /**
     * Intune is to say that it took it.
     *
     * @param content what it is to take; null where it is not known any more
     * @param since when it was last asked to; null where that is not known
     */
    record Verifying(
            FileReference file,
            @Nullable PackedInstaller content,
            @Nullable Instant since) implements PublishStage {

        @Override
        public String app() {
            return file.app();
        }
    }

    /** The application is to use the content. */
    record UsingContent(String app, String contentVersion) implements PublishStage {}

    /** Intune is to say that the application is published: before that it can be neither changed nor assigned. */
    record Processing(String app) implements PublishStage {}

    /** What the application is, apart from its content, is to be changed. */
    record Changing(String app) implements PublishStage {}

    /** The application is to be put into its categories. */
    record Categorizing(String app) implements PublishStage {}

    /** The application is to supersede those before it. */
    record Relating(String app) implements PublishStage {}

    /**
     * The application is to be assigned.
     *
     * @param updates whether it updates those that it supersedes where people installed them themselves; null for no
     */
    record Assigning(String app, @Nullable Boolean updates) implements PublishStage {}

    /** The others of the deployment are to be taken from everybody. */
    record Superseding(String app) implements PublishStage {}

    /** A file of a content version of an application in Intune. */
    record FileReference(String app, String contentVersion, String file) {}
}
