package io.patchbay.deployment.model;

import io.patchbay.deployment.publishing.Packed;
import org.jspecify.annotations.Nullable;

/**
 * Where the publishing of a version stands.
 *
 * @param step what is to be done next
 * @param begun whether the step was begun before, so that it may have happened without our knowing
 * @param copyFrom the application in Intune whose assignments it gets; null for those of the deployment
 * @param installerType the installer's type, once it is known
 * @param app its application in Intune
 * @param contentVersion the version of the content it is uploaded to
 * @param file the file of that
 * @param blocks how many blocks are uploaded
 * @param renewals how often the address to upload to was renewed since a block went through
 * @param packed what is uploaded
 */
public record PublishProgress(
        Step step,
        boolean begun,
        @Nullable String copyFrom,
        @Nullable String installerType,
        @Nullable String app,
        @Nullable String contentVersion,
        @Nullable String file,
        int blocks,
        int renewals,
        @Nullable Packed packed) {

    private static final int UPLOAD_SHARE = 60;

    public static PublishProgress begin(@Nullable String copyFrom) {
        return new PublishProgress(Step.FETCH, false, copyFrom, null, null, null, null, 0, 0, null);
    }

    /** From that step on, for an application that is there. */
    public static PublishProgress edit(Step from, String app) {
        return new PublishProgress(from, false, null, null, app, null, null, 0, 0, null);
    }

    public PublishProgress next() {
        return at(step.next());
    }

    public PublishProgress at(Step other) {
        return new PublishProgress(
                other, false, copyFrom, installerType, app, contentVersion, file, blocks, renewals, packed);
    }

    public PublishProgress asBegun() {
        return new PublishProgress(
                step, true, copyFrom, installerType, app, contentVersion, file, blocks, renewals, packed);
    }

    /** The packed content is not here any more, or Intune would not take it: it is made anew. */
    public PublishProgress contentAnew() {
        return new PublishProgress(Step.FETCH, false, copyFrom, installerType, app, null, null, 0, 0, null);
    }

    public PublishProgress of(String type) {
        return new PublishProgress(step, begun, copyFrom, type, app, contentVersion, file, blocks, renewals, packed);
    }

    public PublishProgress withApp(String id) {
        return new PublishProgress(
                step, begun, copyFrom, installerType, id, contentVersion, file, blocks, renewals, packed);
    }

    public PublishProgress withPacked(Packed content) {
        return new PublishProgress(step, begun, copyFrom, installerType, app, null, null, 0, 0, content);
    }

    public PublishProgress withContentVersion(String id) {
        return new PublishProgress(step, begun, copyFrom, installerType, app, id, null, 0, 0, packed);
    }

    public PublishProgress withFile(String id) {
        return new PublishProgress(step, begun, copyFrom, installerType, app, contentVersion, id, 0, 0, packed);
    }

    public PublishProgress uploaded(int upTo) {
        return new PublishProgress(step, begun, copyFrom, installerType, app, contentVersion, file, upTo, 0, packed);
    }

    public PublishProgress renewed() {
        return new PublishProgress(
                step, begun, copyFrom, installerType, app, contentVersion, file, blocks, renewals + 1, packed);
    }

    /** Without what only the way there needed, keys above all. */
    public PublishProgress finished() {
        return new PublishProgress(step, false, copyFrom, installerType, app, contentVersion, file, 0, 0, null);
    }

    public String appId() {
        return present(app);
    }

    public String contentVersionId() {
        return present(contentVersion);
    }

    public String fileId() {
        return present(file);
    }

    public Packed content() {
        return present(packed);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A step was taken before the one that it needs");
        }
        return value;
    }

    /** How much is done, in per cent. */
    public int percent() {
        return step == Step.UPLOAD && packed != null
                ? step.percent() + UPLOAD_SHARE * blocks / Math.max(1, packed.blocks())
                : step.percent();
    }
}
