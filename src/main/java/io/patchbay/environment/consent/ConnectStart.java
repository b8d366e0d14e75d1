package io.patchbay.environment.consent;

import java.net.URI;

/**
 * How the browser goes on when an attempt was started.
 *
 * @param redirect where to send it
 * @param codeVerifier the PKCE verifier, to be kept in the session until the browser is back
 */
public record ConnectStart(URI redirect, String codeVerifier) {}
