package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Faults;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;

/** Checks the client's secret or assertion. In the library's place, because Entra says precisely what is wrong. */
@SimulatorComponent
final class ClientCheck implements AuthenticationProvider {
    private final RegisteredClient client;
    private final Faults faults;
    private final ClientAssertions assertions;

    ClientCheck(RegisteredClient client, Faults faults, ClientAssertions assertions) {
        this.client = client;
        this.faults = faults;
        this.assertions = assertions;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2ClientAuthenticationToken presented = (OAuth2ClientAuthenticationToken) authentication;
        String id = String.valueOf(presented.getPrincipal());
        if (!SimulatedMicrosoft.CLIENT_ID.equalsIgnoreCase(id)) {
            String issuer = AuthorizationServerContextHolder.getContext().getIssuer();
            throw EntraErrors.unknownApplication(id, issuer.substring(issuer.lastIndexOf('/') + 1))
                    .exception();
        }
        ClientAuthenticationMethod method = presented.getClientAuthenticationMethod();
        String credential = presented.getCredentials() == null ? null : String.valueOf(presented.getCredentials());
        if (credential == null || ClientAuthenticationMethod.NONE.equals(method)) {
            throw TokenErrors.missingCredential().exception();
        }
        switch (faults.secret()) {
            case OK -> check(method, credential);
            case WRONG -> throw TokenErrors.wrongSecret().exception();
            case EXPIRED -> throw TokenErrors.expiredSecret().exception();
            case CERTIFICATE_UNKNOWN ->
                throw TokenErrors.unknownCertificate("the key was not found").exception();
        }
        return new OAuth2ClientAuthenticationToken(client, method, credential);
    }

    private void check(ClientAuthenticationMethod method, String credential) {
        boolean secret = ClientAuthenticationMethod.CLIENT_SECRET_BASIC.equals(method)
                || ClientAuthenticationMethod.CLIENT_SECRET_POST.equals(method);
        if (!secret) {
            assertions.check(credential);
        } else if (!same(credential, SimulatedMicrosoft.CLIENT_SECRET)) {
            throw TokenErrors.wrongSecret().exception();
        }
    }

    private static boolean same(String presented, String expected) {
        return MessageDigest.isEqual(
                presented.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
