package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.Person;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;

/** Adds to an answer, where the client asks for it, whose account it is: by object and tenant at home. */
@SimulatorComponent
final class ClientInfo {
    private final Directory directory;

    ClientInfo(Directory directory) {
        this.directory = directory;
    }

    @Nullable
    Authentication addTo(@Nullable Authentication made, OAuth2Authorization authorization, Map<String, Object> asked) {
        return made instanceof OAuth2AccessTokenAuthenticationToken tokens && "1".equals(asked.get("client_info"))
                ? with(tokens, account(authorization))
                : made;
    }

    private Person account(OAuth2Authorization authorization) {
        return directory
                .account(UUID.fromString(authorization.getPrincipalName()))
                .orElseThrow()
                .account();
    }

    private static Authentication with(OAuth2AccessTokenAuthenticationToken tokens, Person account) {
        String info = "{\"uid\":\"" + account.id() + "\",\"utid\":\"" + account.tenant() + "\"}";
        Map<String, Object> more = new HashMap<>(tokens.getAdditionalParameters());
        more.put(
                "client_info",
                Base64.getUrlEncoder().withoutPadding().encodeToString(info.getBytes(StandardCharsets.UTF_8)));
        return new OAuth2AccessTokenAuthenticationToken(
                tokens.getRegisteredClient(),
                (Authentication) tokens.getPrincipal(),
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                more);
    }
}
