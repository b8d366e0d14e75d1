package io.patchbay.simulator.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What changes about a tenant: consent, policies, faults and what was counted. Safe for many threads. */
public final class TenantState {

    /** How visible a fresh consent is to the token endpoint. */
    public enum Propagation {
        INVISIBLE,
        WITHOUT_ROLES,
        DONE
    }

    private static final Set<String> OF_SIGNING_IN = Set.of("openid", "profile", "email", "offline_access");

    private final boolean licensedAtFirst;
    private final Map<UUID, Set<String>> consentedPeople = new HashMap<>();
    private final List<GraphCallRecord> graphCalls = new ArrayList<>();
    private @Nullable ServicePrincipal servicePrincipal;
    private boolean consentedForAll;
    private boolean userConsentAllowed;
    private boolean conditionalAccessBlock;
    private boolean intuneLicense;
    private SubscriptionState subscription = SubscriptionState.ACTIVE;
    private ConsentObstacle obstacle = ConsentObstacle.NONE;
    private int consentDelay;
    private int invisibleRequests;
    private int roleLessRequests;
    private int tokenRequests;
    private Throttle throttle = Throttle.NONE;

    TenantState(boolean licensed) {
        this.licensedAtFirst = licensed;
        reset();
    }

    synchronized void reset() {
        revokeConsent();
        graphCalls.clear();
        userConsentAllowed = true;
        conditionalAccessBlock = false;
        intuneLicense = licensedAtFirst;
        subscription = SubscriptionState.ACTIVE;
        obstacle = ConsentObstacle.NONE;
        consentDelay = 0;
        tokenRequests = 0;
        throttle = Throttle.NONE;
    }

    public synchronized Optional<ServicePrincipal> servicePrincipal() {
        return Optional.ofNullable(servicePrincipal);
    }

    /** The enterprise application is deleted, and all consent with it. */
    public synchronized void revokeConsent() {
        servicePrincipal = null;
        consentedPeople.clear();
        consentedForAll = false;
        invisibleRequests = 0;
        roleLessRequests = 0;
    }

    /** An administrator accepts for the organization: all permissions of the registration, for everybody. */
    public synchronized void consentForOrganization() {
        present();
        consentedForAll = true;
        change(principal -> principal.granting(EnumSet.allOf(Permission.class)));
        invisibleRequests = (consentDelay + 1) / 2;
        roleLessRequests = consentDelay / 2;
    }

    /**
     * A person lets the application sign him in, with these delegated permissions beside those he gave before; this makes
     * an enterprise application without application permissions.
     */
    public synchronized void consent(Person person, Set<String> scopes) {
        present();
        Set<String> given = consentedPeople.computeIfAbsent(person.id(), id -> new HashSet<>(OF_SIGNING_IN));
        scopes.forEach(scope -> given.add(scope.replaceFirst("https://[^/]+/", "")));
    }

    /** Whether all of these delegated permissions of Graph are given, by the person or for everybody. */
    public synchronized boolean covers(Person person, Set<String> scopes) {
        return scopes.stream()
                .map(scope -> scope.replaceFirst("https://[^/]+/", ""))
                .allMatch(scope -> OF_SIGNING_IN.contains(scope)
                        || scope.equals(".default")
                        || consentedForAll
                        || consentedScopes(person).contains(scope));
    }

    /** The delegated permissions that a person gave the application. */
    public synchronized Set<String> consentedScopes(Person person) {
        return Set.copyOf(consentedPeople.getOrDefault(person.id(), Set.of()));
    }

    /** An administrator lets the application sign everybody in. */
    public synchronized void consentToSignInForAll() {
        present();
        consentedForAll = true;
    }

    public synchronized boolean hasConsent(Person person) {
        return servicePrincipal != null && (consentedForAll || consentedPeople.containsKey(person.id()));
    }

    public synchronized boolean consentedForAll() {
        return consentedForAll;
    }

    private void present() {
        if (servicePrincipal == null) {
            servicePrincipal = new ServicePrincipal(UUID.randomUUID(), true, Set.of());
        }
    }

    /** Changes the enterprise application, if there is one. */
    public synchronized void change(UnaryOperator<ServicePrincipal> how) {
        if (servicePrincipal != null) {
            servicePrincipal = how.apply(servicePrincipal);
        }
    }

    public void disable(boolean disabled) {
        change(principal -> principal.enabled(!disabled));
    }

    public void grant(Permission permission, boolean granted) {
        change(principal -> {
            Set<Permission> permissions = new HashSet<>(principal.granted());
            if (granted) {
                permissions.add(permission);
            } else {
                permissions.remove(permission);
            }
            return principal.granting(permissions);
        });
    }

    public synchronized void countTokenRequest() {
        tokenRequests++;
    }

    /** How much of a fresh consent an app-only token request may see. */
    public synchronized Propagation propagate() {
        if (invisibleRequests > 0) {
            invisibleRequests--;
            return Propagation.INVISIBLE;
        }
        if (roleLessRequests > 0) {
            roleLessRequests--;
            return Propagation.WITHOUT_ROLES;
        }
        return Propagation.DONE;
    }

    public synchronized int tokenRequests() {
        return tokenRequests;
    }

    public synchronized void consentDelay(int requests) {
        consentDelay = requests;
    }

    /** The consent that was not there yet is there from now on. */
    public synchronized void endConsentDelay() {
        consentDelay = 0;
        invisibleRequests = 0;
        roleLessRequests = 0;
    }

    public synchronized int consentDelay() {
        return consentDelay;
    }

    public synchronized void userConsentAllowed(boolean allowed) {
        userConsentAllowed = allowed;
    }

    public synchronized boolean userConsentAllowed() {
        return userConsentAllowed;
    }

    public synchronized void conditionalAccessBlock(boolean blocked) {
        conditionalAccessBlock = blocked;
    }

    public synchronized boolean conditionalAccessBlock() {
        return conditionalAccessBlock;
    }

    public synchronized void intuneLicense(boolean licensed) {
        intuneLicense = licensed;
    }

    public synchronized boolean intuneLicense() {
        return intuneLicense;
    }

    /** What Intune says of the tenant's subscription from now on. */
    public synchronized void subscription(SubscriptionState state) {
        subscription = state;
    }

    public synchronized SubscriptionState subscription() {
        return subscription;
    }

    /** What keeps the tenant from taking the application in from now on. */
    public synchronized void obstacle(ConsentObstacle next) {
        obstacle = next;
    }

    public synchronized ConsentObstacle obstacle() {
        return obstacle;
    }

    public synchronized void throttle(int responses, @Nullable Duration retryAfter) {
        throttle = new Throttle(responses, retryAfter);
    }

    public synchronized Throttle throttle() {
        return throttle;
    }

    /** Whether the next Graph call is one too many, and for how long. */
    public synchronized Optional<Throttle> throttled() {
        if (throttle.responses() <= 0) {
            return Optional.empty();
        }
        Throttle now = throttle;
        throttle = new Throttle(now.responses() - 1, now.retryAfter());
        return Optional.of(now);
    }

    public synchronized void record(GraphCallRecord call) {
        graphCalls.add(call);
    }

    public synchronized List<GraphCallRecord> graphCalls() {
        return List.copyOf(graphCalls);
    }
}
