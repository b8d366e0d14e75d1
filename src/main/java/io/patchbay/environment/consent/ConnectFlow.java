package io.patchbay.environment.consent;

import io.patchbay.environment.Environments;
import io.patchbay.environment.RequiredPermission;
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
import java.net.URI;
import java.util.Arrays;
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
     * What an attempt leaves behind in the browser's session.
     *
     * @param redirect where to send the browser
     * @param codeVerifier the PKCE verifier, to be kept in the session until the browser is back
     */
    public record Start(URI redirect, String codeVerifier) {}

    /**
     * What Microsoft's redirect brought along.
     *
     * @param state ours, as it came back
     * @param error its {@code error}, which decides before anything else does
     */
    public record Answer(
            String state,
            @Nullable String error,
            @Nullable String description,
            @Nullable String subcode) {}

    /** Where the browser goes after an answer. */
    public sealed interface Next {

        /** To Microsoft. */
        record Microsoft(URI redirect) implements Next {}

        /** To the attempt's own page. */
        record Page(UUID attempt) implements Next {}

        /** Nowhere: the state was used, has expired, or is not of this session, person and company. */
        record Stale() implements Next {}
    }

    /**
     * Starts an attempt.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where the environment is connected already
     */
    public Start begin(EnvironmentId environment, String sessionId) {
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
    public Start beginAgain(EnvironmentId environment, String sessionId) {
        var connection = environments.get(environment).connection();
        if (connection == null) {
            throw new ConflictException("connect.notConnected");
        }
        if (connection.health().disconnecting()) {
            throw new ConflictException("disconnect.running");
        }
        return start(environment, connection.tenantId(), sessionId);
    }

    private Start start(EnvironmentId environment, @Nullable UUID tenant, String sessionId) {
        var state = OneTimeSecrets.random();
        var nonce = OneTimeSecrets.random();
        var verifier = OneTimeSecrets.random();
        attempts.start(environment, tenant, member(), sessionId, state, nonce);
        return new Start(stepUp.authorizeUrl(tenant, state, nonce, verifier), verifier);
    }

    /** Takes the answer to the step-up sign-in. */
    public Next signedIn(Answer answer, @Nullable String code, @Nullable String codeVerifier, String sessionId) {
        var used = attempts.use(answer.state(), Step.SIGN_IN, Step.SIGNED_IN, member(), sessionId);
        if (used.isEmpty()) {
            return new Next.Stale();
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
            case StepUpSignIn.Outcome.Refused(var diagnosis) -> fail(attempt, diagnosis, Map.of());
            case StepUpSignIn.Outcome.Proven proven -> goOn(attempt, proven);
        };
    }

    private Next goOn(ConsentAttempt attempt, StepUpSignIn.Outcome.Proven proven) {
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
        if (proof.look(proven.tenantId()) instanceof ConsentProof.Outcome.Proven
                && attempts.skipConsent(attempt.id())) {
            verification.begin(attempt.id());
            return new Next.Page(attempt.id());
        }
        return new Next.Microsoft(endpoints.adminConsent(proven.tenantId(), state));
    }

    /**
     * Takes the answer of the admin consent page. It proves nothing: {@code tenant} is compared with the proven tenant only
     * to detect mistakes, and the consent itself is looked up afterwards.
     *
     * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-admin-consent">Admin consent</a>
     */
    public Next consented(Answer answer, @Nullable String tenant, @Nullable String adminConsent, String sessionId) {
        var used = attempts.use(answer.state(), Step.CONSENT, Step.CONSENTED, member(), sessionId);
        if (used.isEmpty()) {
            return new Next.Stale();
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
        return new Next.Page(attempt.id());
    }

    /** Whether the connection that an attempt is to make whole was deleted meanwhile. */
    private boolean connectionIsGone(ConsentAttempt attempt) {
        if (attempt.expectedTenantId() == null) {
            return false;
        }
        var connection = environments.get(attempt.environment()).connection();
        return connection == null
                || !connection.tenantId().equals(attempt.expectedTenantId())
                || connection.health().disconnecting();
    }

    private Next fail(ConsentAttempt attempt, Diagnosis diagnosis, Map<String, String> facts) {
        attempts.failed(attempt.id(), diagnosis, facts);
        return new Next.Page(attempt.id());
    }

    /**
     * How an attempt stands.
     *
     * @throws NotFoundException where the company has no such attempt
     */
    public AttemptView attempt(UUID id) {
        var attempt = attempts.find(id).orElseThrow(NotFoundException::new);
        var problem = attempt.problem();
        var missing = attempt.facts().getOrDefault("missing permissions", "");
        return new AttemptView(
                attempt.id(),
                attempt.environment(),
                attempt.step() == Step.CONNECTED,
                attempt.step() == Step.FAILED,
                problem == null ? null : problem.name(),
                attempt.aadsts(),
                attempt.provenAccount(),
                attempt.provenTenantId(),
                attempt.expectedTenantId(),
                attempt.facts().get("answered tenant"),
                RequiredPermission.named(Arrays.asList(missing.split(", "))),
                problem == ConsentProblem.NOT_AN_ADMINISTRATOR || problem == ConsentProblem.ADMIN_APPROVAL_NEEDED);
    }

    private static Actor.Member member() {
        if (Current.actor() instanceof Actor.Member member) {
            return member;
        }
        throw new IllegalStateException("Only a person connects a tenant");
    }
}
