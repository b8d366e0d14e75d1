package io.patchbay.microsoft.identity;

import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what MSAL4J throws into a diagnosis. */
final class MsalFailures {

    private static final Logger LOG = LoggerFactory.getLogger(MsalFailures.class);

    private MsalFailures() {}

    static Diagnosis diagnose(CompletionException thrown) {
        var diagnosis = read(thrown);
        LOG.info("Entra ID gave no token: {} (AADSTS{})", diagnosis.problem(), diagnosis.aadsts());
        return diagnosis;
    }

    /** The same without a word in the log. */
    static Diagnosis read(CompletionException thrown) {
        return switch (thrown.getCause()) {
            case MsalServiceException e -> Diagnosis.ofToken(e.errorCode(), e.getMessage(), e.statusCode());
            case MsalException e -> Diagnosis.of(ConsentProblem.MICROSOFT_UNAVAILABLE);
            case null, default -> Diagnosis.of(ConsentProblem.MICROSOFT_UNAVAILABLE);
        };
    }
}
