package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatedMicrosoft;
import org.jspecify.annotations.Nullable;

/** The errors of the token endpoint alone: AADSTS numbers, {@code error} values and HTTP states as Entra's. */
final class TokenErrors {
    private static final String CAPABILITIES =
            "{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"b5a0a1b8-0001-4a4e-9c1f-7c2f0f3d9e10\"]}}}";

    private TokenErrors() {}

    static EntraError unsupportedGrant(@Nullable String type) {
        return EntraError.of(
                "unsupported_grant_type", 400, 70003, "The app requested an unsupported grant type '" + type + "'.");
    }

    static EntraError wrongSecret() {
        return EntraError.of(
                "invalid_client",
                401,
                7000215,
                "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value,"
                        + " not the client secret ID, for a secret added to app '" + SimulatedMicrosoft.CLIENT_ID
                        + "'.");
    }

    static EntraError expiredSecret() {
        return EntraError.of(
                "invalid_client",
                401,
                7000222,
                "The provided client secret keys for app '" + SimulatedMicrosoft.CLIENT_ID
                        + "' are expired. Visit the Azure portal to create new keys for your app, or consider using"
                        + " certificate credentials for added security.");
    }

    static EntraError missingCredential() {
        return EntraError.of(
                "invalid_client",
                401,
                7000218,
                "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
    }

    static EntraError unknownCertificate(String why) {
        return EntraError.of(
                "invalid_client",
                401,
                700027,
                "The certificate with identifier used to sign the client assertion is not registered on application, or"
                        + " the key was not found, or the signature is wrong. [Reason - " + why + "].");
    }

    static EntraError assertionTimes() {
        return EntraError.of("invalid_client", 401, 700024, "Client assertion is not within its valid time range.");
    }

    static EntraError assertionAudience() {
        return EntraError.of(
                "invalid_client", 401, 700023, "Client assertion audience claim does not match Realm issuer.");
    }

    static EntraError unknownCode() {
        return EntraError.of(
                "invalid_grant",
                400,
                70000,
                "Provided grant is invalid or malformed: the value for the input parameter 'code' is not valid.");
    }

    static EntraError redeemedCode() {
        return EntraError.of(
                "invalid_grant",
                400,
                54005,
                "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing"
                        + " refresh token.");
    }

    static EntraError expiredCode() {
        return EntraError.of(
                "invalid_grant",
                400,
                70008,
                "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive"
                        + " authorization request for this user and resource.");
    }

    static EntraError unknownRefreshToken() {
        return EntraError.of(
                "invalid_grant",
                400,
                9002313,
                "Invalid request. Request is malformed or invalid: the refresh token is unknown, or another one took its"
                        + " place.");
    }

    static EntraError expiredRefreshToken() {
        return EntraError.of(
                "invalid_grant",
                400,
                700082,
                "The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.");
    }

    static EntraError consentMissing() {
        return new EntraError(
                "invalid_grant",
                400,
                65001,
                "The user or administrator has not consented to use the application with ID '"
                        + SimulatedMicrosoft.CLIENT_ID + "' named 'Patchbay'. Send an interactive authorization request"
                        + " for this user and resource.",
                "consent_required",
                null);
    }

    static EntraError wrongVerifier() {
        return EntraError.of(
                "invalid_grant",
                400,
                501481,
                "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
    }

    static EntraError wrongTenantForCode() {
        return EntraError.of(
                "invalid_grant",
                400,
                700005,
                "Provided Authorization Code is intended to use against other tenant, thus rejected. OAuth2 Authorization"
                        + " Code must be redeemed against same tenant it was acquired for.");
    }

    static EntraError wrongRedirectForCode(@Nullable String uri) {
        return EntraError.of(
                "invalid_client",
                401,
                500112,
                "The reply address '" + uri + "' does not match the reply address provided when requesting"
                        + " Authorization code.");
    }

    static EntraError scopeWithoutDefault(String scope) {
        return EntraError.of(
                "invalid_scope",
                400,
                1002012,
                "The provided value for scope " + scope
                        + " is not valid. Client credential flows must have a scope value"
                        + " with /.default suffixed to the resource identifier (application ID URI).");
    }

    static EntraError commonNotAllowed() {
        return EntraError.of(
                "invalid_request",
                400,
                9001023,
                "The grant type isn't supported over the /common or /consumers endpoints. Please use the /organizations"
                        + " or tenant-specific endpoint.");
    }

    static EntraError noServicePrincipal(String tenant) {
        return EntraError.of(
                "invalid_client",
                401,
                7000229,
                "The client application '" + SimulatedMicrosoft.CLIENT_ID
                        + "' is missing service principal in the tenant '" + tenant
                        + "'. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119");
    }

    static EntraError blockedByConditionalAccess() {
        return new EntraError(
                "invalid_grant",
                400,
                53003,
                "Access has been blocked by Conditional Access policies. The access policy does not allow token"
                        + " issuance.",
                "message_only",
                CAPABILITIES);
    }
}
