package io.patchbay.microsoft.identity;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.TokenSource;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Waits for the tokens that MSAL4J asks Entra ID for, and measures what comes of it; it knows no tenant. */
@Component
class TokenRequests {

    private final ObservationRegistry observations;

    TokenRequests(ObservationRegistry observations) {
        this.observations = observations;
    }

    /** Who a token is for. */
    enum Grant {
        APPLICATION,
        SIGN_IN
    }

    /** @throws CompletionException where there is none, as MSAL4J tells it */
    IAuthenticationResult await(Grant grant, Supplier<CompletableFuture<IAuthenticationResult>> request) {
        var observation = Observation.createNotStarted("patchbay.microsoft.tokens", observations)
                .contextualName("token " + word(grant))
                .lowCardinalityKeyValue("grant", word(grant))
                .start();
        try (var scope = observation.openScope()) {
            var result = request.get().join();
            var cached = result.metadata() != null && result.metadata().tokenSource() == TokenSource.CACHE;
            observation.lowCardinalityKeyValue("outcome", cached ? "cached" : "granted");
            return result;
        } catch (CompletionException e) {
            observation.lowCardinalityKeyValue(
                    "outcome", word(MsalFailures.read(e).problem()));
            throw e;
        } catch (RuntimeException e) {
            observation.lowCardinalityKeyValue("outcome", "failed");
            throw e;
        } finally {
            observation.stop();
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
