package io.patchbay.simulator;

import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.Faults;
import io.patchbay.simulator.directory.GraphCallRecord;
import io.patchbay.simulator.directory.Groups;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.Permission;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.Registration;
import io.patchbay.simulator.directory.TenantState;
import io.patchbay.simulator.download.Publishers;
import io.patchbay.simulator.entra.EntraReset;
import io.patchbay.simulator.entra.SigningKeys;
import io.patchbay.simulator.intune.IntuneApplications;
import io.patchbay.simulator.receiver.Receivers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to the simulated Microsoft; the control page does the same. Safe for many threads. */
@SimulatorComponent
public final class Controls {
    private final Directory directory;
    private final Registration registration;
    private final Faults faults;
    private final MovableClock clock;
    private final SigningKeys keys;
    private final EntraReset entra;
    private final Mailbox mailbox;
    private final Receivers receivers;
    private final IntuneApplications applications;
    private final Publishers publishers;

    Controls(
            Directory directory,
            Registration registration,
            Faults faults,
            MovableClock clock,
            SigningKeys keys,
            EntraReset entra,
            Mailbox mailbox,
            Receivers receivers,
            IntuneApplications applications,
            Publishers publishers) {
        this.directory = directory;
        this.registration = registration;
        this.faults = faults;
        this.clock = clock;
        this.keys = keys;
        this.entra = entra;
        this.mailbox = mailbox;
        this.receivers = receivers;
        this.applications = applications;
        this.publishers = publishers;
    }

    /**
     * Everything as at the start: consent, policies, faults, counters, sign-ins, codes and the clock. Redirect URIs,
     * certificates and signing keys stay.
     */
    public void reset() {
        faults.reset();
        directory.reset();
        registration.reset();
        entra.reset();
        mailbox.empty();
        receivers.reset();
        applications.reset();
        publishers.reset();
        clock.reset();
    }

    /** Those who release versions of applications. */
    public Publishers publishers() {
        return publishers;
    }

    /** The applications in every tenant's Intune, and what may go wrong with them. */
    public IntuneApplications applications() {
        return applications;
    }

    /** Replaces the registered redirect URIs. They are compared exactly, but for the port of {@code http://localhost}. */
    public void registerRedirectUris(String... uris) {
        registration.redirectUris(List.of(uris));
    }

    /** Accepts client assertions signed with the certificate's key. */
    public void registerCertificate(X509Certificate certificate) {
        registration.addCertificate(certificate);
    }

    /** The tenant's administrator deletes the enterprise application: living tokens end, new ones get 7000229. */
    public void revokeConsent(UUID tenant) {
        state(tenant).revokeConsent();
    }

    /** The tenant's administrator disables the enterprise application, or enables it again: 7000112. */
    public void disableApplication(UUID tenant, boolean disabled) {
        state(tenant).disable(disabled);
    }

    /** Takes one application permission, by its name in the {@code roles} claim, from the next tokens. */
    public void removePermission(UUID tenant, String permission) {
        state(tenant).grant(Permission.named(permission), false);
    }

    public void restorePermission(UUID tenant, String permission) {
        state(tenant).grant(Permission.named(permission), true);
    }

    /** The application permissions that are granted now. */
    public Set<String> grantedPermissions(UUID tenant) {
        Set<String> names = new TreeSet<>();
        state(tenant)
                .servicePrincipal()
                .ifPresent(principal -> principal.granted().forEach(permission -> names.add(permission.value())));
        return names;
    }

    /** Whether the tenant has an enterprise application, with whatever permissions. */
    public boolean hasServicePrincipal(UUID tenant) {
        return state(tenant).servicePrincipal().isPresent();
    }

    /**
     * Lets this many app-only token requests after the next consents answer as if it were not there yet: the first half
     * (rounded up) with 7000229, the others with tokens without {@code oid} and {@code roles}.
     */
    public void consentDelay(UUID tenant, int tokenRequestsUntilVisible) {
        state(tenant).consentDelay(tokenRequestsUntilVisible);
    }

    /** The consent that was not there yet is there from now on. */
    public void endConsentDelay(UUID tenant) {
        state(tenant).endConsentDelay();
    }

    /** An administrator consents without any page, for tests that are about something else. Knows no delay. */
    public void grantConsent(UUID tenant) {
        TenantState state = state(tenant);
        int delay = state.consentDelay();
        state.consentDelay(0);
        state.consentForOrganization();
        state.consentDelay(delay);
    }

    /** Conditional Access for workload identities: app-only tokens are refused with 53003. */
    public void conditionalAccessBlock(UUID tenant, boolean blocked) {
        state(tenant).conditionalAccessBlock(blocked);
    }

    /** Without a license Intune answers 400 "Request not applicable to target tenant." */
    public void intuneLicense(UUID tenant, boolean licensed) {
        state(tenant).intuneLicense(licensed);
    }

    /** The next Graph calls are answered with 429, with or without {@code Retry-After}. */
    public void throttle(UUID tenant, int responses, @Nullable Duration retryAfter) {
        state(tenant).throttle(responses, retryAfter);
    }

    /** What the token endpoint and Graph do instead of answering. */
    public void outage(Outage kind) {
        faults.outage(kind);
    }

    public void secret(SecretState state) {
        faults.secret(state);
    }

    /** Whether people without a role may let the application sign them in. */
    public void userConsentAllowed(UUID tenant, boolean allowed) {
        state(tenant).userConsentAllowed(allowed);
    }

    /** The next answer of the token endpoint, whoever asks. */
    public void nextTokenError(String error, int httpStatus, int aadsts, @Nullable String suberror) {
        faults.tokenFault(new Faults.TokenFault(error, httpStatus, aadsts, suberror));
    }

    /** Every answer of the token endpoint from now on, whoever asks. */
    public void everyTokenError(String error, int httpStatus, int aadsts, @Nullable String suberror) {
        faults.lastingTokenFault(new Faults.TokenFault(error, httpStatus, aadsts, suberror));
    }

    /** Every answer of Graph from now on. */
    public void everyGraphError(int httpStatus, String code, String message) {
        faults.graphFault(new Faults.GraphFault(httpStatus, code, message));
    }

    /** The next adminconsent redirects at once with this error. */
    public void nextConsentError(String error, @Nullable String description, @Nullable String subcode) {
        faults.consentFault(new Faults.RedirectFault(error, description, subcode));
    }

    /** The next authorize redirects at once with this error. */
    public void nextSignInError(String error, @Nullable String description, @Nullable String subcode) {
        faults.signInFault(new Faults.RedirectFault(error, description, subcode));
    }

    /** Spoils the next ID token; several calls before it add up. */
    public void idToken(IdTokenTampering tampering) {
        faults.tamper(tampering);
    }

    /** Whether ID tokens carry {@code wids} (the manifest's {@code groupMembershipClaims}). They do at the start. */
    public void emitWids(boolean emit) {
        registration.emitsWids(emit);
    }

    /** Signs with a new key; the key before it stays published. */
    public void rotateKeys() {
        keys.rotate();
    }

    /** A new security group with these accounts in it. */
    public UUID createGroup(UUID tenant, String name, String... accounts) {
        return groups(tenant)
                .create(name, Arrays.stream(accounts).map(this::person).toList());
    }

    /** Gives somebody without any role an account in a tenant until the next reset. */
    public Person newAccount(UUID tenant, String name) {
        return directory.tenant(tenant).newAccount(name);
    }

    /** Deletes a security group for good. */
    public void deleteGroup(UUID tenant, UUID group) {
        groups(tenant).delete(group);
    }

    /** Puts an account into a security group. */
    public void addToGroup(UUID tenant, UUID group, String account) {
        groups(tenant).add(group, person(account));
    }

    /** Takes an account out of a security group. */
    public void removeFromGroup(UUID tenant, UUID group, String account) {
        groups(tenant).remove(group, person(account));
    }

    /** Gives a security group another name. */
    public void renameGroup(UUID tenant, UUID group, String name) {
        groups(tenant).rename(group, name);
    }

    /** The ID of the security group of that name. */
    public UUID group(UUID tenant, String name) {
        return groups(tenant).named(name).id();
    }

    private Groups groups(UUID tenant) {
        return directory.tenant(tenant).groups();
    }

    private Person person(String account) {
        return directory.account(account).orElseThrow(() -> new IllegalArgumentException("No account " + account));
    }

    public void advanceClock(Duration by) {
        clock.advance(by);
    }

    /** How many token requests have named this tenant in their path. */
    public int tokenRequests(UUID tenant) {
        return state(tenant).tokenRequests();
    }

    /** How many token requests there have been at all. */
    public int tokenRequests() {
        return faults.tokenRequests();
    }

    /** Graph calls with a valid token of this tenant, in the order of their answers. */
    public List<GraphCallRecord> recordedGraphCalls(UUID tenant) {
        return state(tenant).graphCalls();
    }

    private TenantState state(UUID tenant) {
        return directory.tenant(tenant).state();
    }
}
