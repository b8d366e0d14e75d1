package io.patchbay.deployment.model;

import io.patchbay.deployment.model.PublishStage.Assigning;
import io.patchbay.deployment.model.PublishStage.Categorizing;
import io.patchbay.deployment.model.PublishStage.Changing;
import io.patchbay.deployment.model.PublishStage.Creating;
import io.patchbay.deployment.model.PublishStage.Fetching;
import io.patchbay.deployment.model.PublishStage.Processing;
import io.patchbay.deployment.model.PublishStage.Relating;
import io.patchbay.deployment.model.PublishStage.Superseding;
import io.patchbay.deployment.model.PublishStage.Uploading;
import io.patchbay.deployment.model.PublishStage.UsingContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the publishing of a version is.
 *
 * @param predecessor the application in Intune whose assignments it gets; null for those of the deployment
 * @param installerType the installer's type, once it is known
 * @param stage what is to be done next
 * @param edited whether the application is other than it is to be, and has to be changed once it is published; null for no
 * @param doubtful whether the application may have been made twice without our knowing; null for no
 * @param missingSince since when nobody has the packed content at hand who could go on with it; null where that is not so
 * @param approvalCode by which the step is repeated once another administrator approved it; null where nobody has to
 */
public record PublishProgress(
        @Nullable String predecessor,
        @Nullable String installerType,
        PublishStage stage,
        @Nullable Boolean edited,
        @Nullable Boolean doubtful,
        @Nullable Instant missingSince,
        @Nullable String approvalCode) {

    private static final int UPLOAD_SHARE = 60;

    /** More than the blocks of any content. */
    private static final int STEP = 100_000;

    private static PublishProgress at(@Nullable String predecessor, @Nullable Boolean edited, PublishStage stage) {
        return new PublishProgress(predecessor, null, stage, edited, null, null, null);
    }

    /** From the first step on, for an application that is not there yet. */
    public static PublishProgress begin(@Nullable String predecessor) {
        return at(predecessor, null, new Fetching(null));
    }

    /** From the first step on, changing the application that is there, if there is one. */
    public static PublishProgress change(@Nullable String app) {
        return at(null, app != null, new Fetching(app));
    }

    /** Only what the application that is there is, but not its content; from the first step on where there is none. */
    public static PublishProgress describe(@Nullable String app) {
        return app == null ? begin(null) : at(null, null, new Changing(app));
    }

    /** Only the assignments of the application that is there; from the first step on where there is none. */
    public static PublishProgress reassign(@Nullable String app) {
        return app == null ? begin(null) : at(null, null, new Relating(app));
    }

    /** All is done but for taking the others of the deployment from everybody. */
    public static PublishProgress assigned(String app) {
        return at(null, null, new Superseding(app));
    }

    /** The same, further on. */
    public PublishProgress at(PublishStage next) {
        return new PublishProgress(predecessor, installerType, next, edited, doubtful, null, null);
    }

    /** The same once the type of the installer is known. */
    public PublishProgress ofType(String type) {
        return new PublishProgress(predecessor, type, stage, edited, doubtful, missingSince, approvalCode);
    }

    /** The same now that the application is as it is to be. */
    public PublishProgress changed() {
        return new PublishProgress(predecessor, installerType, stage, null, doubtful, missingSince, approvalCode);
    }

    /** The same where the application may have been made without our knowing. */
    public PublishProgress doubting() {
        return new PublishProgress(predecessor, installerType, stage, edited, true, missingSince, approvalCode);
    }

    /** The same where the packed content is not at hand. */
    public PublishProgress missing(Instant since) {
        return new PublishProgress(predecessor, installerType, stage, edited, doubtful, since, approvalCode);
    }

    /** The same where another administrator has to approve the step. */
    public PublishProgress awaiting(@Nullable String code) {
        return new PublishProgress(predecessor, installerType, stage, edited, doubtful, missingSince, code);
    }

    /** The same where the step was refused, so that nothing came of it that could be found. */
    PublishProgress refused() {
        return stage instanceof Creating creating && creating.app() == null
                ? at(new Creating(null, creating.content(), false))
                : this;
    }

    /** From the first step on, with the application that is there: the content is not here any more, or was not taken. */
    public PublishProgress startOver() {
        var app = stage.app();
        var unsure = mayBeInTheMaking() ? Boolean.TRUE : doubtful;
        return new PublishProgress(predecessor, installerType, new Fetching(app), app != null, unsure, null, null);
    }

    /** From where a publishing that ended without success goes on: what Intune took is not uploaded again. */
    public PublishProgress resume() {
        return switch (stage) {
            case UsingContent done -> at(stage);
            case Processing done -> at(stage);
            case Changing done -> at(stage);
            case Categorizing done -> at(stage);
            case Relating done -> at(stage);
            case Assigning done -> at(stage);
            case Superseding done -> at(stage);
            default -> startOver();
        };
    }

    /** Whether its application is published in Intune, so that others can be related to it. */
    public boolean inIntune() {
        return switch (stage) {
            case Changing done -> true;
            case Categorizing done -> true;
            case Relating done -> true;
            case Assigning done -> true;
            case Superseding done -> true;
            default -> false;
        };
    }

    /** Its application in Intune; null before there is one. */
    public @Nullable String app() {
        return stage.app();
    }

    public Step step() {
        return stage.step();
    }

    /** Whether the application's creation was begun before, so that it may have happened without our knowing. */
    public boolean begun() {
        return stage instanceof Creating creating && creating.begun();
    }

    /** Whether Intune may be making the application right now, so that it could come to be after one looked for it. */
    public boolean mayBeInTheMaking() {
        return begun() && app() == null;
    }

    /** Whether Intune may have, or get, an application of it that is not known here: only its mark tells. */
    public boolean mayBeThereUnknown() {
        return app() == null && (mayBeInTheMaking() || mayHaveTwins());
    }

    /** Whether the application has to be changed once it is published. */
    public boolean toBeChanged() {
        return Boolean.TRUE.equals(edited);
    }

    /** Whether there may be more than one application of the version. */
    public boolean mayHaveTwins() {
        return Boolean.TRUE.equals(doubtful);
    }

    /** How far it is, as a number that grows with each step and each block. */
    int reach() {
        var blocks = stage instanceof Uploading uploading ? uploading.blocks() : 0;
        return step().ordinal() * STEP + blocks;
    }

    /** How much is done, in per cent. */
    public int percent() {
        return stage instanceof Uploading uploading
                ? step().percent()
                        + UPLOAD_SHARE
                                * uploading.blocks()
                                / Math.max(1, uploading.content().blocks())
                : step().percent();
    }
}
