package io.patchbay.microsoft.intune;

import org.jspecify.annotations.Nullable;

/**
 * A file of an application's content, on its way.
 *
 * @param uploadUri where its blocks go; a secret, which lets its holder write there for some minutes
 */
public record ContentFile(String id, State state, @Nullable String uploadUri) {

    /** How far it is. */
    public enum State {
        WAITING,
        READY,
        COMMITTED,
        FAILED;

        /**
         * Of Graph's {@code mobileAppContentFileUploadState}.
         *
         * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-apps-mobileappcontentfileuploadstate">Values</a>
         */
        static State of(@Nullable String uploadState) {
            return switch (uploadState == null ? "" : uploadState) {
                case "success", "azureStorageUriRequestSuccess", "azureStorageUriRenewalSuccess" -> READY;
                case "commitFileSuccess" -> COMMITTED;
                case "error",
                        "unknown",
                        "azureStorageUriRequestFailed",
                        "azureStorageUriRequestTimedOut",
                        "azureStorageUriRenewalFailed",
                        "azureStorageUriRenewalTimedOut",
                        "commitFileFailed",
                        "commitFileTimedOut" -> FAILED;
                default -> WAITING;
            };
        }
    }

    @Override
    public String toString() {
        return "ContentFile[id=%s, state=%s]".formatted(id, state);
    }
}
