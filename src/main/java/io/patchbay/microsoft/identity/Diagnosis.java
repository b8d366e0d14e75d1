package io.patchbay.microsoft.identity;

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
     * only precise signal; without one the {@code error} and {@code error_subcode} decide.
     *
     * @param error the {@code error} parameter
     * @param description the {@code error_description} parameter
     * @param subcode the {@code error_subcode} parameter
     */
    public static Diagnosis ofRedirect(String error, @Nullable String description, @Nullable String subcode) {
        var code = codeIn(description);
        if (code != null) {
            return new Diagnosis(ConsentProblem.ofCode(code).orElse(ConsentProblem.UNKNOWN), code);
        }
        return of(
                switch (error) {
                    case "access_denied" ->
                        "cancel".equals(subcode) ? ConsentProblem.CANCELED : ConsentProblem.DECLINED;
                    case "permission_denied", "consent_required" -> ConsentProblem.DECLINED;
                    case "login_required", "interaction_required" -> ConsentProblem.SIGN_IN_STALE;
                    case "server_error", "temporarily_unavailable" -> ConsentProblem.MICROSOFT_UNAVAILABLE;
                    case "invalid_resource" -> ConsentProblem.SERVICE_MISSING;
                    case "invalid_request", "unauthorized_client", "unsupported_response_type" ->
                        ConsentProblem.REQUEST_REFUSED;
                    default -> ConsentProblem.UNKNOWN;
                });
    }

    /**
     * Reads an error of the token endpoint.
     *
     * @param error the {@code error} member, or the client library's own code
     * @param description the {@code error_description} member
     * @param status the HTTP status, where known
     */
    static Diagnosis ofToken(@Nullable String error, @Nullable String description, @Nullable Integer status) {
        var code = codeIn(description);
        if (code != null) {
            var known = ConsentProblem.ofCode(code);
            if (known.isPresent()) {
                return new Diagnosis(known.get(), code);
            }
        }
        return new Diagnosis(withoutCode(error, status), code);
    }

    private static ConsentProblem withoutCode(@Nullable String error, @Nullable Integer status) {
        if (status != null && status == 429) {
            return ConsentProblem.THROTTLED;
        }
        if ((status != null && status >= 500) || "temporarily_unavailable".equals(error)) {
            return ConsentProblem.MICROSOFT_UNAVAILABLE;
        }
        return ConsentProblem.UNKNOWN;
    }

    private static @Nullable Integer codeIn(@Nullable String description) {
        if (description == null) {
            return null;
        }
        var matcher = CODE.matcher(description);
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }
}
