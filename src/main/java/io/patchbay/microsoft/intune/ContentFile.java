package io.patchbay.microsoft.intune;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of an application's content, on its way.
 *
 * @param size of the zip in the clear, as announced
 * @param sizeEncrypted of the file, as announced
 * @param uploadUri where its blocks go; a secret, which lets its holder write there for some minutes
 * @param uploadUntil when that address runs out; null where Graph does not say
 */
public record ContentFile(
        String id,
        long size,
        long sizeEncrypted,
        State state,
        @Nullable String uploadUri,
        @Nullable Instant uploadUntil) {

    /** How far it is. */
    public enum State {
        /** There is no address yet, or a new one is being made. */
        WAITING,
        /** It can be uploaded. */
        READY,
        /** Intune is checking what was uploaded. */
        COMMITTING,
        COMMITTED,
        /** There will be no address unless one asks for a new one. */
        NO_ADDRESS,
        /** There will be no address at all (intune-in-the-field P8). */
        ABANDONED,
        /** What was uploaded was found wanting. */
        REFUSED;

        /**
         * Of Graph's {@code mobileAppContentFileUploadState}.
         *
         * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-apps-mobileappcontentfileuploadstate">Values</a>
         */
        static State of(@Nullable String uploadState) {
            return switch (uploadState == null ? "" : uploadState) {
                case "success", "azureStorageUriRequestSuccess", "azureStorageUriRenewalSuccess" -> READY;
                case "commitFilePending" -> COMMITTING;
                case "commitFileSuccess" -> COMMITTED;
                case "error", "unknown", "azureStorageUriRequestFailed", "azureStorageUriRequestTimedOut" -> NO_ADDRESS;
                case "azureStorageUriRenewalFailed", "azureStorageUriRenewalTimedOut" -> ABANDONED;
                case "commitFileFailed", "commitFileTimedOut" -> REFUSED;
                default -> WAITING;
            };
        }
    }

    /** Whether it was announced for a content of these sizes. */
    public boolean fits(long clear, long encrypted) {
        return size == clear && sizeEncrypted == encrypted;
    }

    @Override
    public String toString() {
        return "ContentFile[id=%s, state=%s]".formatted(id, state);
    }
}
