package io.patchbay.simulator.entra;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** A request that Entra refuses. */
final class EntraException extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final transient EntraError entraError;

    EntraException(EntraError error) {
        super(new OAuth2Error(error.error(), error.message(), error.uri()));
        this.entraError = error;
    }

    EntraError entraError() {
        return entraError;
    }
}
