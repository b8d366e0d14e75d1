package io.patchbay.microsoft.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Entra ID's error codes and redirects mean. */
@Tag("fast")
class DiagnosisTests {

    @ParameterizedTest
    @CsvSource({
        "65004, DECLINED",
        "90094, ADMIN_APPROVAL_NEEDED",
        "90095, ADMIN_APPROVAL_NEEDED",
        "90093, ADMIN_APPROVAL_NEEDED",
        "50020, WRONG_ACCOUNT",
        "16000, WRONG_ACCOUNT",
        "50034, WRONG_ACCOUNT",
        "51004, WRONG_ACCOUNT",
        "50014, WRONG_ACCOUNT",
        "50105, NOT_ASSIGNED",
        "50011, REDIRECT_URI_UNKNOWN",
        "500113, REDIRECT_URI_UNKNOWN",
        "900971, REDIRECT_URI_UNKNOWN",
        "70004, REDIRECT_URI_UNKNOWN",
        "50194, NOT_MULTI_TENANT",
        "1003031, PERMISSIONS_MISCONFIGURED",
        "650056, PERMISSIONS_MISCONFIGURED",
        "65005, PERMISSIONS_MISCONFIGURED",
        "650051, SERVICE_PRINCIPAL_REFUSED",
        "650052, SERVICE_MISSING",
        "500011, SERVICE_MISSING",
        "7000229, CONSENT_MISSING",
        "700016, CONSENT_MISSING",
        "65001, CONSENT_MISSING",
        "7000112, APPLICATION_DISABLED",
        "90002, TENANT_NOT_FOUND",
        "900023, TENANT_NOT_FOUND",
        "7000215, CREDENTIAL_REFUSED",
        "7000222, CREDENTIAL_REFUSED",
        "700027, CREDENTIAL_REFUSED",
        "50012, CREDENTIAL_REFUSED",
        "7000214, CREDENTIAL_REFUSED",
        "7000218, REQUEST_REFUSED",
        "900144, REQUEST_REFUSED",
        "70011, REQUEST_REFUSED",
        "1002012, REQUEST_REFUSED",
        "53003, BLOCKED_BY_POLICY",
        "530032, BLOCKED_BY_POLICY",
        "53000, BLOCKED_BY_POLICY",
        "50076, MFA_NEEDED",
        "50079, MFA_NEEDED",
        "50074, MFA_NEEDED",
        "50158, MFA_NEEDED",
        "54005, SIGN_IN_STALE",
        "70008, SIGN_IN_STALE",
        "501481, SIGN_IN_STALE",
        "700005, SIGN_IN_STALE",
        "50196, THROTTLED",
        "90055, THROTTLED",
        "90033, MICROSOFT_UNAVAILABLE",
        "90006, MICROSOFT_UNAVAILABLE",
        "90024, MICROSOFT_UNAVAILABLE",
        "50033, MICROSOFT_UNAVAILABLE"
    })
    void everyCodeMeansSomething(int code, ConsentProblem problem) {
        for (var separator : new String[] {" ", "\r\n"}) {
            var description = "AADSTS" + code + ": Something happened." + separator + "Trace ID: x" + separator;
            assertThat(Diagnosis.ofRedirect("access_denied", description, null))
                    .isEqualTo(new Diagnosis(problem, code));
            assertThat(Diagnosis.ofToken("invalid_grant", description, 400)).isEqualTo(new Diagnosis(problem, code));
        }
    }

    static Stream<Arguments> redirects() {
        return Stream.of(
                Arguments.of("access_denied", null, "cancel", ConsentProblem.CANCELED),
                Arguments.of("access_denied", null, null, ConsentProblem.DECLINED),
                Arguments.of("consent_required", "AADSTS65004: User declined", null, ConsentProblem.DECLINED),
                Arguments.of("permission_denied", "The admin canceled the request", null, ConsentProblem.DECLINED),
                Arguments.of(
                        "access_denied",
                        "AADSTS1003031: Misconfigured",
                        null,
                        ConsentProblem.PERMISSIONS_MISCONFIGURED),
                Arguments.of("server_error", null, null, ConsentProblem.MICROSOFT_UNAVAILABLE),
                Arguments.of("temporarily_unavailable", null, null, ConsentProblem.MICROSOFT_UNAVAILABLE),
                Arguments.of("invalid_resource", null, null, ConsentProblem.SERVICE_MISSING),
                Arguments.of("invalid_request", null, null, ConsentProblem.REQUEST_REFUSED),
                Arguments.of("login_required", null, null, ConsentProblem.SIGN_IN_STALE),
                Arguments.of("something_new", null, null, ConsentProblem.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void redirectsAreReadWithAndWithoutACode(String error, String description, String subcode, ConsentProblem problem) {
        assertThat(Diagnosis.ofRedirect(error, description, subcode).problem()).isEqualTo(problem);
    }

    @Test
    void answersWithoutACodeAreJudgedByTheirStatus() {
        assertThat(Diagnosis.ofToken(null, null, 429).problem()).isEqualTo(ConsentProblem.THROTTLED);
        assertThat(Diagnosis.ofToken(null, null, 503).problem()).isEqualTo(ConsentProblem.MICROSOFT_UNAVAILABLE);
        assertThat(Diagnosis.ofToken("odd", null, 400).problem()).isEqualTo(ConsentProblem.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, DECLINED",
        "consent_required, DECLINED",
        "interaction_required, SIGN_IN_STALE",
        "temporarily_unavailable, MICROSOFT_UNAVAILABLE",
        "server_error, MICROSOFT_UNAVAILABLE",
        "invalid_resource, SERVICE_MISSING",
        "invalid_client, CREDENTIAL_REFUSED",
        "invalid_scope, REQUEST_REFUSED",
        "unauthorized_client, REQUEST_REFUSED",
        "unsupported_response_type, REQUEST_REFUSED",
        "something_new, UNKNOWN"
    })
    void anUnknownCodeInARedirectFallsBackOnTheWord(String error, ConsentProblem problem) {
        assertThat(Diagnosis.ofRedirect(error, "AADSTS99999: New.", null)).isEqualTo(new Diagnosis(problem, 99999));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, 400, SIGN_IN_STALE, UNKNOWN",
        "interaction_required, 400, SIGN_IN_STALE, UNKNOWN",
        "invalid_client, 401, CREDENTIAL_REFUSED, CREDENTIAL_REFUSED",
        "consent_required, 400, CONSENT_MISSING, CONSENT_MISSING",
        "invalid_scope, 400, REQUEST_REFUSED, REQUEST_REFUSED",
        "temporarily_unavailable, 400, MICROSOFT_UNAVAILABLE, MICROSOFT_UNAVAILABLE",
        "invalid_client, 503, MICROSOFT_UNAVAILABLE, MICROSOFT_UNAVAILABLE",
        "something_new, 400, UNKNOWN, UNKNOWN"
    })
    void anUnknownCodeOfTheTokenEndpointFallsBackOnTheWord(
            String error, int status, ConsentProblem ofPerson, ConsentProblem ofApplication) {
        var diagnosis = Diagnosis.ofToken(error, "AADSTS99999: New.", status);
        assertThat(diagnosis).isEqualTo(new Diagnosis(ofPerson, 99999));
        assertThat(diagnosis.ofApplication()).isEqualTo(new Diagnosis(ofApplication, 99999));
    }

    @ParameterizedTest
    @EnumSource(ConsentProblem.class)
    void everyProblemIsExplainedToPeople(ConsentProblem problem) throws IOException {
        var messages = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/messages.properties")) {
            messages.load(in);
        }
        assertThat(messages.stringPropertyNames())
                .contains(
                        "problem." + problem + ".title",
                        "problem." + problem + ".text",
                        "problem." + problem + ".next");
    }
}
