package io.patchbay.microsoft.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Whatever Entra ID, or somebody in its place, writes into an error, it is one of the known problems. */
public final class DiagnosisFuzz {

    private DiagnosisFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var parts = new String(input, StandardCharsets.UTF_8).split("\n", 3);
        var error = parts[0];
        var description = parts.length > 1 ? parts[1] : null;
        var subcode = parts.length > 2 ? parts[2] : null;
        assertThat(Diagnosis.ofRedirect(error, description, subcode).problem()).isNotNull();
        for (var status : new Integer[] {null, 400, 401, 429, 503}) {
            var diagnosis = Diagnosis.ofToken(error, description, status);
            assertThat(diagnosis.problem()).isNotNull();
            assertThat(diagnosis.ofApplication().problem()).isNotEqualTo(ConsentProblem.SIGN_IN_STALE);
            if (diagnosis.aadsts() != null) {
                assertThat(description).containsPattern("AADSTS0*" + diagnosis.aadsts());
            }
        }
    }
}
