package io.patchbay.deployment.model;

import io.patchbay.deployment.model.PublishStage.Assigning;
import io.patchbay.deployment.model.PublishStage.Creating;
import io.patchbay.deployment.model.PublishStage.Fetching;
import io.patchbay.deployment.model.PublishStage.Superseding;
import io.patchbay.deployment.model.PublishStage.Uploading;
import org.jspecify.annotations.Nullable;

/**
 * How far the publishing of a version is.
 *
 * @param predecessor the application in Intune whose assignments it gets; null for those of the deployment
 * @param installerType the installer's type, once it is known
 * @param stage what is to be done next
 */
public record PublishProgress(
        @Nullable String predecessor, @Nullable String installerType, PublishStage stage) {

    private static final int UPLOAD_SHARE = 60;

    /** From the first step on, for an application that is not there yet. */
    public static PublishProgress begin(@Nullable String predecessor) {
        return new PublishProgress(predecessor, null, new Fetching(null));
    }

    /** From the first step on, changing the application that is there, if there is one. */
    public static PublishProgress change(@Nullable String app) {
        return new PublishProgress(null, null, new Fetching(app));
    }

    /** Only the assignments of the application that is there; from the first step on where there is none. */
    public static PublishProgress reassign(@Nullable String app) {
        return app == null ? begin(null) : new PublishProgress(null, null, new Assigning(app));
    }

    /** All is done but for taking the others of the deployment from everybody. */
    public static PublishProgress assigned(String app) {
        return new PublishProgress(null, null, new Superseding(app));
    }

    /** The same, further on. */
    public PublishProgress at(PublishStage next) {
        return new PublishProgress(predecessor, installerType, next);
    }

    /** The same once the type of the installer is known. */
    public PublishProgress ofType(String type) {
        return new PublishProgress(predecessor, type, stage);
    }

    /** From the first step on, with the application that is there: the content is not here any more, or was not taken. */
    public PublishProgress startOver() {
        return at(new Fetching(stage.app()));
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
        return stage instanceof Creating creating && creating.app() == null;
    }

    /** How much is done, in per cent. */
    public int percent() {
        return stage instanceof Uploading(var file, var content, var blocks, var renewals)
                ? step().percent() + UPLOAD_SHARE * blocks / Math.max(1, content.blocks())
                : step().percent();
    }
}
