package io.patchbay.microsoft.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A problem as Entra ID reported it.
 *
 * @param problem what it means
 * @param aadsts the number of the AADSTS code, where one was given
 */
public record Diagnosis(ConsentProblem problem, @Nullable Integer aadsts) {

    private static final Pattern CODE = Pattern.compile("AADSTS(\\d{3,9})");

    /** A problem that Patchbay found itself. */
    public static Diagnosis of(ConsentProblem problem) {
        return new Diagnosis(problem, null);
    }

    /**
     * Reads the error of a redirect from the authorize or adminconsent endpoint. The number in the description is the
     * precise signal; without one, and with one that is not known, the OAuth words decide.
     *
     * @param error the {@code error} parameter
     * @param description the {@code error_description} parameter
     * @param subcode the {@code error_subcode} parameter
     */
    public static Diagnosis ofRedirect(String error, @Nullable String description, @Nullable String subcode) {
        var code = codeIn(description);
        return new Diagnosis(known(code).orElseGet(() -> ofRedirectWord(error, subcode)), code);
    }

    private static ConsentProblem ofRedirectWord(String error, @Nullable String subcode) {
        return switch (error) {
            case "access_denied" -> "cancel".equals(subcode) ? ConsentProblem.CANCELED : ConsentProblem.DECLINED;
            case "permission_denied", "consent_required" -> ConsentProblem.DECLINED;
            case "login_required", "interaction_required" -> ConsentProblem.SIGN_IN_STALE;
            default -> ofWord(error);
        };
    }

    /**
     * Reads an error of the token endpoint, by the number where it is known, else by the HTTP status and the OAuth word.
     *
     * @param error the {@code error} member, or the client library's own code
     * @param description the {@code error_description} member
     * @param status the HTTP status, where known
     */
    static Diagnosis ofToken(@Nullable String error, @Nullable String description, @Nullable Integer status) {
        var code = codeIn(description);
        return new Diagnosis(known(code).orElseGet(() -> withoutCode(error, status)), code);
    }

    private static ConsentProblem withoutCode(@Nullable String error, @Nullable Integer status) {
        if (status != null && status == 429) {
            return ConsentProblem.THROTTLED;
        }
        if (status != null && status >= 500) {
            return ConsentProblem.MICROSOFT_UNAVAILABLE;
        }
        return error == null ? ConsentProblem.UNKNOWN : ofWord(error);
    }

    /** What OAuth's error words mean wherever they stand (RFC 6749, sections 4.1.2.1 and 5.2). */
    private static ConsentProblem ofWord(String error) {
        return switch (error) {
            case "server_error", "temporarily_unavailable" -> ConsentProblem.MICROSOFT_UNAVAILABLE;
            case "invalid_resource" -> ConsentProblem.SERVICE_MISSING;
            case "invalid_client" -> ConsentProblem.CREDENTIAL_REFUSED;
            case "invalid_grant", "interaction_required" -> ConsentProblem.SIGN_IN_STALE;
            case "consent_required" -> ConsentProblem.CONSENT_MISSING;
            case "invalid_request",
                    "invalid_scope",
                    "unauthorized_client",
                    "unsupported_grant_type",
                    "unsupported_response_type" -> ConsentProblem.REQUEST_REFUSED;
            default -> ConsentProblem.UNKNOWN;
        };
    }

    /** The same for a token that nobody signs in for, and that a sign-in therefore cannot bring. */
    Diagnosis ofApplication() {
        return problem == ConsentProblem.SIGN_IN_STALE ? new Diagnosis(ConsentProblem.UNKNOWN, aadsts) : this;
    }

    private static Optional<ConsentProblem> known(@Nullable Integer code) {
        return Optional.ofNullable(code).flatMap(ConsentProblem::ofCode);
    }

    private static @Nullable Integer codeIn(@Nullable String description) {
        if (description == null) {
            return null;
        }
        var matcher = CODE.matcher(description);
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }
}
