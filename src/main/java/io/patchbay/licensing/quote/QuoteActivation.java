package io.patchbay.licensing.quote;

import io.patchbay.licensing.key.Activation;
import io.patchbay.licensing.key.Activations;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Activating the key with which a quote was answered. */
@Component
public class QuoteActivation {

    private final QuoteRepository quotes;
    private final Activations activations;

    QuoteActivation(QuoteRepository quotes, Activations activations) {
        this.quotes = quotes;
        this.activations = activations;
    }

    /**
     * Activates the key of a quote of the current company, in an environment of it.
     *
     * @throws NotFoundException where the company has no such environment, or no such answered quote, or the installation
     *     works without licenses
     */
    public Activation activate(UUID quote, EnvironmentId environment) {
        var key = quotes.ofCompany(quote, Current.company().value())
                .flatMap(Quote::key)
                .orElseThrow(NotFoundException::new);
        return activations.known(environment, key);
    }
}
