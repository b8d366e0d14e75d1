package io.patchbay.environment.consent;

import io.patchbay.environment.Environments;
import io.patchbay.environment.NotConnectedException;
import io.patchbay.environment.consent.ConsentAttempt.Step;
import io.patchbay.environment.health.ConsentProof;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.microsoft.identity.StepUpSignIn;
import io.patchbay.platform.crypto.OneTimeSecrets;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Connecting an environment to an Intune tenant: first a sign-in that proves tenant and role, then admin consent for that
 * tenant and no other, then proof that the consent is there. What Microsoft's redirects say is never believed by itself.
 */
@Service
public class ConnectFlow {

    /** Template IDs of the directory roles that may consent to application permissions of Microsoft Graph. */
    private static final Set<String> CONSENTING_ROLES = Set.of(
            "62e90394-69f5-4237-9190-012177145e10", // Global Administrator
            "e8611ab8-c189-46e8-94e1-60213ab1f814"); // Privileged Role Administrator

    private final Environments environments;
    private final ConsentAttempts attempts;
    private final ConnectionEstablisher connections;
    private final ConsentVerification verification;
    private final ConsentProof proof;
    private final StepUpSignIn stepUp;
    private final EntraEndpoints endpoints;

    ConnectFlow(
            Environments environments,
            ConsentAttempts attempts,
            ConnectionEstablisher connections,
            ConsentVerification verification,
            ConsentProof proof,
            StepUpSignIn stepUp,
            EntraEndpoints endpoints) {
        this.environments = environments;
        this.attempts = attempts;
        this.connections = connections;
        this.verification = verification;
        this.proof = proof;
        this.stepUp = stepUp;
        this.endpoints = endpoints;
    }

    /**
     * Starts an attempt.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where the environment is connected already
     */
    public ConnectStart connect(EnvironmentId environment, String sessionId) {
        if (environments.get(environment).connected()) {
            throw new ConflictException("connect.alreadyConnected");
        }
        return start(environment, null, sessionId);
    }

    /**
     * Starts an attempt to reconnect: to the stored tenant and no other.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where the environment is not connected, or is being disconnected
     */
    public ConnectStart reconnect(EnvironmentId environment, String sessionId) {
        var connection = environments.get(environment).connection();
        if (connection == null) {
            throw new NotConnectedException();
        }
        if (connection.health().disconnecting()) {
            throw new ConflictException("disconnect.running");
        }
        return start(environment, connection.tenantId(), sessionId);
    }

    private ConnectStart start(EnvironmentId environment, @Nullable UUID tenant, String sessionId) {
        var state = OneTimeSecrets.random();
        var nonce = OneTimeSecrets.random();
        var verifier = OneTimeSecrets.random();
        attempts.start(environment, tenant, member(), sessionId, state, nonce);
        return new ConnectStart(stepUp.authorizeUrl(tenant, state, nonce, verifier), verifier);
    }

    /** Takes the answer to the step-up sign-in. */
    public ConnectStep signedIn(
            ConsentAnswer answer, @Nullable String code, @Nullable String codeVerifier, String sessionId) {
        var used = attempts.use(answer.state(), Step.SIGN_IN, Step.SIGNED_IN, member(), sessionId);
        if (used.isEmpty()) {
            return new ConnectStep.Stale();
        }
        var attempt = used.get();
        if (answer.error() != null) {
            return fail(
                    attempt, Diagnosis.ofRedirect(answer.error(), answer.description(), answer.subcode()), Map.of());
        }
        if (code == null || codeVerifier == null) {
            return fail(attempt, Diagnosis.of(ConsentProblem.SIGN_IN_STALE), Map.of());
        }
        return switch (stepUp.redeem(attempt.expectedTenantId(), code, codeVerifier, attempt.nonceHash())) {
            case StepUpSignIn.StepUpOutcome.Refused(var diagnosis) -> fail(attempt, diagnosis, Map.of());
            case StepUpSignIn.StepUpOutcome.Proven proven -> proceed(attempt, proven);
        };
    }

    private ConnectStep proceed(ConsentAttempt attempt, StepUpSignIn.StepUpOutcome.Proven proven) {
        var state = OneTimeSecrets.random();
        attempts.proven(attempt.id(), proven.tenantId(), proven.account(), state);
        var account = Map.of("account", proven.account());
        var expected = attempt.expectedTenantId();
        if (connectionIsGone(attempt)) {
            return fail(attempt, Diagnosis.of(ConsentProblem.CONNECTION_GONE), account);
        }
        if (expected != null && !expected.equals(proven.tenantId())) {
            return fail(
                    attempt,
                    Diagnosis.of(ConsentProblem.OTHER_TENANT),
                    Map.of("account", proven.account(), "expected tenant", expected.toString()));
        }
        if (proven.directoryRoles().stream().noneMatch(CONSENTING_ROLES::contains)) {
            return fail(attempt, Diagnosis.of(ConsentProblem.NOT_AN_ADMINISTRATOR), account);
        }
        if (expected == null && connections.isTaken(proven.tenantId())) {
            return fail(attempt, Diagnosis.of(ConsentProblem.TENANT_CONNECTED_ELSEWHERE), account);
        }
        if (proof.look(proven.tenantId()) instanceof ConsentProof.ProofOutcome.Proven
                && attempts.skipConsent(attempt.id())) {
            verification.begin(attempt.id());
            return new ConnectStep.ToAttempt(attempt.id());
        }
        return new ConnectStep.ToMicrosoft(endpoints.adminConsent(proven.tenantId(), state));
    }

    /**
     * Takes the answer of the admin consent page. It proves nothing: {@code tenant} is compared with the proven tenant only
     * to detect mistakes, and the consent itself is looked up afterwards.
     *
     * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-admin-consent">Admin consent</a>
     */
    public ConnectStep consented(
            ConsentAnswer answer, @Nullable String tenant, @Nullable String adminConsent, String sessionId) {
        var used = attempts.use(answer.state(), Step.CONSENT, Step.CONSENTED, member(), sessionId);
        if (used.isEmpty()) {
            return new ConnectStep.Stale();
        }
        var attempt = used.get();
        if (answer.error() != null) {
            return fail(
                    attempt, Diagnosis.ofRedirect(answer.error(), answer.description(), answer.subcode()), Map.of());
        }
        if (!"true".equalsIgnoreCase(adminConsent)) {
            return fail(attempt, Diagnosis.of(ConsentProblem.DECLINED), Map.of());
        }
        if (tenant == null || !attempt.tenant().toString().equalsIgnoreCase(tenant)) {
            return fail(
                    attempt,
                    Diagnosis.of(ConsentProblem.TENANT_MISMATCH),
                    Map.of("answered tenant", tenant == null ? "none" : tenant));
        }
        if (connectionIsGone(attempt)) {
            return fail(attempt, Diagnosis.of(ConsentProblem.CONNECTION_GONE), Map.of());
        }
        verification.begin(attempt.id());
        return new ConnectStep.ToAttempt(attempt.id());
    }

    /** Whether the connection that an attempt is to restore was removed meanwhile. */
    private boolean connectionIsGone(ConsentAttempt attempt) {
        if (attempt.expectedTenantId() == null) {
            return false;
        }
        var connection = environments.get(attempt.environment()).connection();
        return connection == null
                || !connection.tenantId().equals(attempt.expectedTenantId())
                || connection.health().disconnecting();
    }

    private ConnectStep fail(ConsentAttempt attempt, Diagnosis diagnosis, Map<String, String> facts) {
        attempts.failed(attempt.id(), diagnosis, facts);
        return new ConnectStep.ToAttempt(attempt.id());
    }

    /**
     * How an attempt stands.
     *
     * @throws NotFoundException where the company has no such attempt
     */
    public AttemptView attempt(UUID id) {
        return attempts.find(id).map(ConsentAttempt::view).orElseThrow(NotFoundException::new);
    }

    private static Actor.Member member() {
        if (Current.actor() instanceof Actor.Member member) {
            return member;
        }
        throw new IllegalStateException("Only a person connects a tenant");
    }
}
