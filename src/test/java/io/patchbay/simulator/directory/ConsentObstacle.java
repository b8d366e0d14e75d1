package io.patchbay.simulator.directory;

/**
 * What keeps a tenant from taking the application in although its administrator accepts (intune-in-the-field E1): the
 * number, the word and the text that Entra answers with.
 */
public enum ConsentObstacle {
    NONE(0, "", ""),
    SERVICE_PRINCIPAL_REFUSED(
            650051,
            "invalid_request",
            "Using application 'Patchbay' is currently not supported for your organization because the service principal"
                    + " cannot be created, updated, or restored."),
    SERVICE_NOT_SUBSCRIBED(
            650052,
            "invalid_client",
            "The app is trying to access a service '0000000a-0000-0000-c000-000000000000'(Microsoft Intune) that your"
                    + " organization lacks a service principal for. Contact your IT Admin to review the configuration of"
                    + " your service subscriptions or consent to the application in order to create the required service"
                    + " principal."),
    ADMINISTRATOR_ONLY(
            90093,
            "access_denied",
            "This operation can only be performed by an administrator. Sign out and sign in as an administrator or contact"
                    + " one of your organization's administrators."),
    FURTHER_CHALLENGE(
            50158,
            "interaction_required",
            "External security challenge not satisfied. User will be redirected to another page or authentication provider"
                    + " to satisfy additional authentication challenges.");

    private final int code;
    private final String error;
    private final String message;

    ConsentObstacle(int code, String error, String message) {
        this.code = code;
        this.error = error;
        this.message = message;
    }

    /** The number behind AADSTS. */
    public int code() {
        return code;
    }

    /** The OAuth {@code error}. */
    public String error() {
        return error;
    }

    /** The description, without number and trace. */
    public String message() {
        return message;
    }
}
