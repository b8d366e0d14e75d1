package io.patchbay.simulator.directory;

import io.patchbay.simulator.IdTokenTampering;
import io.patchbay.simulator.Outage;
import io.patchbay.simulator.SecretState;
import io.patchbay.simulator.SimulatorComponent;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the whole of Microsoft is asked to misbehave. Safe for many threads. */
@SimulatorComponent
public final class Faults {

    /** An answer of the token endpoint, given once. */
    public record TokenFault(
            String error, int status, int aadsts, @Nullable String suberror) {}

    /** An error of Graph, given to every call. */
    public record GraphFault(int status, String code, String message) {}

    /** An error redirect of authorize or adminconsent, given once. */
    public record RedirectFault(
            String error,
            @Nullable String description,
            @Nullable String subcode) {}

    private final AtomicInteger tokenRequests = new AtomicInteger();
    private final Queue<IdTokenTampering> tamperings = new ArrayDeque<>();
    private Outage outage = Outage.NONE;
    private SecretState secret = SecretState.OK;
    private @Nullable TokenFault tokenFault;
    private @Nullable TokenFault lastingTokenFault;
    private @Nullable GraphFault graphFault;
    private @Nullable RedirectFault consentFault;
    private @Nullable RedirectFault signInFault;

    public synchronized void reset() {
        outage(Outage.NONE);
        secret = SecretState.OK;
        tamperings.clear();
        tokenFault = null;
        lastingTokenFault = null;
        graphFault = null;
        consentFault = null;
        signInFault = null;
        tokenRequests.set(0);
    }

    public synchronized void outage(Outage kind) {
        outage = kind;
        notifyAll();
    }

    public synchronized Outage outage() {
        return outage;
    }

    /** Returns when a {@link Outage#TIMEOUT} or {@link Outage#SLOW_BODY} has ended, or the given time has passed. */
    public synchronized void awaitAnswering(long milliseconds) throws InterruptedException {
        long until = System.nanoTime() + milliseconds * 1_000_000;
        long left = milliseconds;
        while ((outage == Outage.TIMEOUT || outage == Outage.SLOW_BODY) && left > 0) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
    }

    public synchronized void secret(SecretState state) {
        secret = state;
    }

    public synchronized SecretState secret() {
        return secret;
    }

    public synchronized void tamper(IdTokenTampering tampering) {
        tamperings.add(tampering);
    }

    /** Hands over all that shall be wrong with the next ID token. */
    public synchronized void drainTamperings(Consumer<IdTokenTampering> to) {
        while (!tamperings.isEmpty()) {
            to.accept(tamperings.remove());
        }
    }

    public synchronized void tokenFault(TokenFault fault) {
        tokenFault = fault;
    }

    public synchronized Optional<TokenFault> takeTokenFault() {
        TokenFault taken = tokenFault == null ? lastingTokenFault : tokenFault;
        tokenFault = null;
        return Optional.ofNullable(taken);
    }

    public synchronized void lastingTokenFault(TokenFault fault) {
        lastingTokenFault = fault;
    }

    public synchronized void graphFault(GraphFault fault) {
        graphFault = fault;
    }

    public synchronized Optional<GraphFault> graphFault() {
        return Optional.ofNullable(graphFault);
    }

    public synchronized void consentFault(RedirectFault fault) {
        consentFault = fault;
    }

    public synchronized Optional<RedirectFault> takeConsentFault() {
        RedirectFault taken = consentFault;
        consentFault = null;
        return Optional.ofNullable(taken);
    }

    public synchronized void signInFault(RedirectFault fault) {
        signInFault = fault;
    }

    public synchronized Optional<RedirectFault> takeSignInFault() {
        RedirectFault taken = signInFault;
        signInFault = null;
        return Optional.ofNullable(taken);
    }

    public void countTokenRequest() {
        tokenRequests.incrementAndGet();
    }

    public int tokenRequests() {
        return tokenRequests.get();
    }
}
