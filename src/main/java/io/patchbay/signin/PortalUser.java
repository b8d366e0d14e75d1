package io.patchbay.signin;

import io.patchbay.microsoft.identity.DirectoryText;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The signed-in person as Spring Security keeps them in the session. The ID token's claims that matter are taken over; the
 * token itself is not kept.
 */
record PortalUser(Person person, OidcIdToken withoutToken) implements OidcUser, java.io.Serializable {

    private static final String NO_TOKEN = "not-kept";

    static PortalUser of(OidcIdToken token) {
        var id = new PersonId(
                UUID.fromString(token.getClaimAsString("tid")), UUID.fromString(token.getClaimAsString("oid")));
        var email = DirectoryText.plain(token.getPreferredUsername());
        var roles = token.getClaimAsStringList("roles");
        var person = new Person(
                id,
                orElse(
                        DirectoryText.plain(token.getFullName()),
                        email.isEmpty() ? id.objectId().toString() : email),
                email,
                roles == null ? Set.of() : Set.copyOf(roles),
                token.getClaimAsString("login_hint"));
        return new PortalUser(
                person,
                new OidcIdToken(NO_TOKEN, token.getIssuedAt(), token.getExpiresAt(), Map.of("sub", id.toString())));
    }

    private static String orElse(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }

    @Override
    public String getName() {
        return person.id().toString();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("SIGNED_IN"));
    }

    @Override
    public Map<String, Object> getAttributes() {
        return withoutToken.getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return withoutToken.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return withoutToken;
    }
}
