package io.patchbay.signin;

import io.patchbay.microsoft.identity.EntraEndpoints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** After signing out here, signs out at Microsoft too; no token is put into the address. */
@Component
class SignOut implements LogoutSuccessHandler {

    private final EntraEndpoints endpoints;

    SignOut(EntraEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var hint = Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(PortalUser.class::isInstance)
                .map(principal -> ((PortalUser) principal).person().logoutHint())
                .orElse("");
        response.sendRedirect(
                authentication == null
                        ? EntraEndpoints.SIGNED_OUT
                        : endpoints.signOut(hint).toString());
    }
}
