package io.patchbay.environment.consent;

import io.patchbay.environment.RequiredPermission;
import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Diagnosis;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.platform.tenancy.PersonId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One try to connect, bound to the session, person, company and environment it was started in. Each state it hands to
 * Microsoft is used once: {@link ConsentAttempts} moves the step on with an atomic update before anything else is done.
 */
@Entity
class ConsentAttempt {

    static final Duration VALID_FOR = Duration.ofMinutes(15);

    enum Step {
        SIGN_IN,
        SIGNED_IN,
        CONSENT,
        CONSENTED,
        VERIFYING,
        CONNECTED,
        FAILED
    }

    @EmbeddedId
    private ConsentAttemptKey key;

    private UUID environmentId;
    private UUID personTenantId;
    private UUID personObjectId;
    private String personName;
    private String personEmail;
    private @Nullable String address;
    private @Nullable String userAgent;
    private byte[] sessionHash;
    private byte[] stateHash;
    private byte[] nonceHash;

    @Enumerated(EnumType.STRING)
    private Step step;

    private @Nullable UUID expectedTenantId;
    private @Nullable UUID provenTenantId;
    private @Nullable String provenAccount;

    @Enumerated(EnumType.STRING)
    private @Nullable ConsentProblem problem;

    private @Nullable Integer aadsts;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> facts;

    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant verifyUntil;
    private int polls;

    @Version
    private @Nullable Integer version;

    protected ConsentAttempt() {}

    ConsentAttempt(
            CompanyId company,
            UUID id,
            EnvironmentId environment,
            @Nullable UUID expectedTenant,
            Actor.Member person,
            byte[] sessionHash,
            byte[] stateHash,
            byte[] nonceHash,
            Instant at) {
        this.key = new ConsentAttemptKey(company.value(), id);
        this.environmentId = environment.value();
        this.expectedTenantId = expectedTenant;
        this.personTenantId = person.id().tenantId();
        this.personObjectId = person.id().objectId();
        this.personName = person.name();
        this.personEmail = person.email();
        this.address = person.origin() == null ? null : person.origin().address();
        this.userAgent = person.origin() == null ? null : person.origin().userAgent();
        this.sessionHash = sessionHash;
        this.stateHash = stateHash;
        this.nonceHash = nonceHash;
        this.step = Step.SIGN_IN;
        this.facts = Map.of();
        this.createdAt = at;
        this.expiresAt = at.plus(VALID_FOR);
    }

    UUID id() {
        return key.attemptId();
    }

    CompanyId company() {
        return new CompanyId(key.companyId());
    }

    EnvironmentId environment() {
        return new EnvironmentId(environmentId);
    }

    Step step() {
        return step;
    }

    byte[] nonceHash() {
        return nonceHash;
    }

    /** Of a reconnect the stored tenant; null where any tenant may be connected. */
    @Nullable
    UUID expectedTenantId() {
        return expectedTenantId;
    }

    /** Null until the sign-in proved it. */
    @Nullable
    UUID provenTenantId() {
        return provenTenantId;
    }

    /**
     * The same for what is done only with a proven tenant.
     *
     * @throws IllegalStateException where no tenant is proven yet
     */
    UUID tenant() {
        if (provenTenantId == null) {
            throw new IllegalStateException("No tenant is proven yet");
        }
        return provenTenantId;
    }

    /** Null until the sign-in proved it. */
    @Nullable
    String provenAccount() {
        return provenAccount;
    }

    /** Whether there is time left to look for the consent. */
    boolean mayBeVerified(Instant now) {
        return verifyUntil != null && now.isBefore(verifyUntil);
    }

    int polls() {
        return polls;
    }

    /** The person who started it, to act in their name when a job finishes it. */
    Actor.Member person() {
        return new Actor.Member(
                new PersonId(personTenantId, personObjectId),
                personName,
                personEmail,
                address == null ? null : new Actor.Origin(address, userAgent));
    }

    /** The tenant is proven by a validated ID token; whatever comes next, consent would be asked for, under a state of its own. */
    void proven(UUID tenantId, String account, byte[] consentStateHash) {
        this.provenTenantId = tenantId;
        this.provenAccount = account;
        this.stateHash = consentStateHash;
        this.step = Step.CONSENT;
    }

    boolean skipConsent() {
        var waiting = step == Step.CONSENT;
        if (waiting) {
            this.step = Step.CONSENTED;
        }
        return waiting;
    }

    void verifying(Instant until) {
        this.verifyUntil = until;
        this.step = Step.VERIFYING;
    }

    void polled() {
        this.polls++;
    }

    void connected() {
        this.step = Step.CONNECTED;
    }

    void failed(Diagnosis diagnosis, Map<String, String> known) {
        this.step = Step.FAILED;
        this.problem = diagnosis.problem();
        this.aadsts = diagnosis.aadsts();
        this.facts = known;
    }

    AttemptView view() {
        var missing = facts.getOrDefault("missing permissions", "");
        return new AttemptView(
                id(),
                environment(),
                step == Step.CONNECTED,
                step == Step.FAILED,
                problem == null ? null : problem.name(),
                aadsts,
                provenAccount,
                provenTenantId,
                expectedTenantId,
                facts.get("answered tenant"),
                RequiredPermission.named(Arrays.asList(missing.split(", "))),
                problem == ConsentProblem.NOT_AN_ADMINISTRATOR || problem == ConsentProblem.ADMIN_APPROVAL_NEEDED);
    }
}
