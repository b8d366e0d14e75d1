package io.patchbay.catalog.manifest;

import io.patchbay.catalog.ExitCode;
import io.patchbay.catalog.ExitCode.ExitMeaning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The exit codes that a manifest explains. */
final class ExitCodeFields {

    private static final String SUCCESS = "InstallerSuccessCodes";
    private static final String EXPECTED = "ExpectedReturnCodes";
    private static final String CODE = "InstallerReturnCode";
    private static final int MOST_CODES = 128;
    private static final int LONGEST = 64;

    private ExitCodeFields() {}

    static Set<Integer> success(ManifestNode fields) throws BadManifestException {
        var codes = new LinkedHashSet<Integer>();
        for (var code : fields.list(SUCCESS, MOST_CODES)) {
            codes.add(number(SUCCESS, String.valueOf(code)));
        }
        return codes;
    }

    /** Those with their own meanings; one without a number says nothing that Intune could use. */
    static List<ExitCode> explained(ManifestNode fields) throws BadManifestException {
        var codes = new ArrayList<ExitCode>();
        for (var expected : fields.each(EXPECTED, MOST_CODES)) {
            var written = expected.text(CODE, LONGEST);
            if (written != null) {
                var response = expected.text("ReturnResponse", LONGEST);
                codes.add(new ExitCode(number(EXPECTED, written), ExitMeaning.of(response == null ? "" : response)));
            }
        }
        return codes;
    }

    private static int number(String field, String written) throws BadManifestException {
        return ExitCode.parse(written)
                .orElseThrow(() -> new BadManifestException(field + " contains a value that isn't a 32-bit number"));
    }
}
