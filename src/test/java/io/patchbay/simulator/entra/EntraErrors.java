package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.directory.ConsentObstacle;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.Tenant;
import org.jspecify.annotations.Nullable;

/** The errors of Entra that the simulator knows, but for those of the token endpoint alone ({@link TokenErrors}): AADSTS numbers, {@code error} values and HTTP states as Entra's. */
final class EntraErrors {
    private static final String APP = "'" + SimulatedMicrosoft.CLIENT_ID + "'(Patchbay)";

    private EntraErrors() {}

    static EntraError malformedTenant(String tenant) {
        return EntraError.of(
                "invalid_request",
                400,
                900023,
                "Specified tenant identifier '" + tenant
                        + "' is neither a valid DNS name, nor a valid external domain.");
    }

    static EntraError unknownTenant(String tenant) {
        return EntraError.of(
                "invalid_request",
                400,
                90002,
                "Tenant '" + tenant + "' not found. Check to make sure you have the correct tenant ID and are signing"
                        + " into the correct cloud. Check with your subscription administrator, this may happen if there"
                        + " are no active subscriptions for the tenant.");
    }

    static EntraError unknownApplication(@Nullable String client, String tenant) {
        return EntraError.of(
                "unauthorized_client",
                400,
                700016,
                "Application with identifier '" + client + "' was not found in the directory '" + tenant
                        + "'. This can happen if the application has not been installed by the administrator of the"
                        + " tenant or consented to by any user in the tenant. You may have sent your authentication"
                        + " request to the wrong tenant.");
    }

    static EntraError missingParameter(String name) {
        return EntraError.of(
                "invalid_request",
                400,
                900144,
                "The request body must contain the following parameter: '" + name + "'.");
    }

    static EntraError redirectUriMismatch(@Nullable String uri) {
        return EntraError.of(
                "invalid_request",
                400,
                50011,
                "The redirect URI '" + uri
                        + "' specified in the request does not match the redirect URIs configured for"
                        + " the application " + APP + ".");
    }

    static EntraError missingRedirectUri() {
        return EntraError.of("invalid_request", 400, 900971, "No reply address provided.");
    }

    /** The registration has no redirect URI at all. */
    static EntraError noRedirectUri() {
        return EntraError.of(
                "invalid_request", 400, 500113, "No reply address is registered for the application " + APP + ".");
    }

    /** The hint names one account, the prompt offers all. */
    static EntraError promptWithHint() {
        return EntraError.of(
                "invalid_request",
                400,
                90023,
                "The parameter 'login_hint' is not allowed together with the prompt 'select_account'.");
    }

    static EntraError obstacle(ConsentObstacle obstacle) {
        return EntraError.of(obstacle.error(), 400, obstacle.code(), obstacle.message());
    }

    static EntraError unsupportedResponseType(String type) {
        return EntraError.of(
                "unsupported_response_type",
                400,
                70005,
                "response_type '" + type + "' is not supported for the application.");
    }

    static EntraError invalidScope(String scope) {
        return EntraError.of(
                "invalid_scope",
                400,
                70011,
                "The provided request must include a 'scope' input parameter. The provided value for the input parameter"
                        + " 'scope' is not valid. The scope '" + scope + "' does not exist.");
    }

    static EntraError invalidValue(String parameter) {
        return EntraError.of("invalid_request", 400, 90014, "The value of the field '" + parameter + "' is not valid.");
    }

    static EntraError commonConsent() {
        return EntraError.of("invalid_request", 400, 90013, "Administrators consent for a tenant: /common is not one.");
    }

    static EntraError disabled() {
        return EntraError.of("unauthorized_client", 400, 7000112, "Application " + APP + " is disabled.");
    }

    static EntraError declined() {
        return EntraError.of("access_denied", 400, 65004, "User declined to consent to access the app.");
    }

    static EntraError consentRequired() {
        return EntraError.of(
                "consent_required",
                400,
                65001,
                "The user or administrator has not consented to use the application with ID " + APP
                        + ". Send an interactive authorization request for this user and resource.");
    }

    static EntraError loginRequired() {
        return EntraError.of(
                "login_required", 400, 50058, "A silent sign-in request was sent but no user is signed in.");
    }

    static EntraError needsApproval() {
        return EntraError.of(
                "access_denied",
                400,
                90094,
                "The grant requires admin permission: " + APP
                        + " needs permissions that only an administrator can grant.");
    }

    static EntraError notInTenant(Person person, Tenant tenant) {
        return EntraError.of(
                "access_denied",
                400,
                50020,
                "User account '" + person.signInName() + "' from identity provider 'https://sts.windows.net/"
                        + person.account().tenant() + "/' does not exist in tenant '" + tenant.displayName()
                        + "' and cannot access the application " + APP
                        + " in that tenant. The account needs to be added as an external user in the tenant first."
                        + " Sign out and sign in again with a different Azure Active Directory user account.");
    }

    static EntraError signInIsOver() {
        return EntraError.of(
                "invalid_request",
                400,
                165000,
                "Invalid Request: the request tokens do not match the user context. Start again from the application.");
    }
}
