package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Registration;
import io.patchbay.simulator.directory.ServicePrincipal;
import io.patchbay.simulator.directory.Tenant;
import io.patchbay.simulator.directory.TenantState;
import io.patchbay.simulator.directory.TenantState.Propagation;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/** Whether the application may have an app-only token for a tenant, and what it will say. */
@SimulatorComponent
final class ApplicationTokenRules implements Consumer<OAuth2ClientCredentialsAuthenticationContext> {
    private static final Set<String> TOLERATED = Set.of("openid", "profile", "offline_access", "email");
    /** Where a request to {@code organizations} ends up: a tenant of Microsoft's own. */
    private static final String MICROSOFT_SERVICES = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    private final Authorities authorities;
    private final Registration registration;

    ApplicationTokenRules(Authorities authorities, Registration registration) {
        this.authorities = authorities;
        this.registration = registration;
    }

    @Override
    public void accept(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        checkScopes(request.getScopes());
        String issuer = AuthorizationServerContextHolder.getContext().getIssuer();
        Authority authority = authorities.resolve(issuer.substring(issuer.lastIndexOf('/') + 1));
        if (authority.isCommon()) {
            throw TokenErrors.commonNotAllowed().exception();
        }
        Tenant tenant = authority.tenant();
        if (tenant == null) {
            throw TokenErrors.noServicePrincipal(MICROSOFT_SERVICES).exception();
        }
        request.setDetails(grant(tenant));
    }

    private void checkScopes(Set<String> scopes) {
        if (scopes.isEmpty()) {
            throw EntraErrors.missingParameter("scope").exception();
        }
        String wanted = registration.graph() + "/.default";
        boolean known = scopes.stream().allMatch(scope -> scope.equals(wanted) || TOLERATED.contains(scope));
        if (!known || !scopes.contains(wanted)) {
            throw TokenErrors.scopeWithoutDefault(String.join(" ", scopes)).exception();
        }
    }

    private static ApplicationGrant grant(Tenant tenant) {
        TenantState state = tenant.state();
        ServicePrincipal principal = state.servicePrincipal()
                .orElseThrow(() ->
                        TokenErrors.noServicePrincipal(tenant.id().toString()).exception());
        if (!principal.enabled()) {
            throw EntraErrors.disabled().exception();
        }
        if (state.conditionalAccessBlock()) {
            throw TokenErrors.blockedByConditionalAccess().exception();
        }
        Propagation propagation = state.propagate();
        if (propagation == Propagation.INVISIBLE) {
            throw TokenErrors.noServicePrincipal(tenant.id().toString()).exception();
        }
        return propagation == Propagation.WITHOUT_ROLES
                ? new ApplicationGrant(tenant.id(), null, Set.of())
                : new ApplicationGrant(tenant.id(), principal.id(), principal.granted());
    }
}
