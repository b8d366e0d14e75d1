package io.patchbay.simulator.directory;

import io.patchbay.simulator.SimulatorComponent;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The one app registration, multi-tenant. Its redirect URIs and certificates survive a reset. */
@SimulatorComponent
public final class Registration {
    private static final String WORLDWIDE = "https://graph.microsoft.com";

    private final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();
    private volatile List<String> redirectUris = List.of();
    private volatile boolean emitsWids = true;
    private volatile String graph = WORLDWIDE;

    public void redirectUris(List<String> uris) {
        redirectUris = List.copyOf(uris);
    }

    public List<String> redirectUris() {
        return redirectUris;
    }

    /** Whether a redirect URI is registered: exactly, but for the port of localhost (Entra: reply-url.md). */
    public boolean hasRedirectUri(String uri) {
        return redirectUris.stream().anyMatch(registered -> registered.equals(uri) || sameButForPort(registered, uri));
    }

    private static boolean sameButForPort(String registered, String presented) {
        if (!registered.startsWith("http://localhost") || !presented.startsWith("http://localhost")) {
            return false;
        }
        return withoutPort(registered).equals(withoutPort(presented));
    }

    private static String withoutPort(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "localhost".equals(parsed.getHost()) && parsed.getUserInfo() == null
                    ? uri.replaceFirst("^http://localhost(:(\\d+|\\*))?", "http://localhost")
                    : uri;
        } catch (IllegalArgumentException malformed) {
            return uri.startsWith("http://localhost:*") ? uri.replaceFirst(":\\*", "") : uri;
        }
    }

    public void addCertificate(X509Certificate certificate) {
        certificates.add(certificate);
    }

    public List<X509Certificate> certificates() {
        return certificates;
    }

    /** Whether the manifest's {@code groupMembershipClaims} asks for directory roles. */
    public void emitsWids(boolean emits) {
        emitsWids = emits;
    }

    public boolean emitsWids() {
        return emitsWids;
    }

    /** Whose Graph tokens are for: the cloud's that the registration is in. */
    public void graph(String resource) {
        graph = resource;
    }

    public String graph() {
        return graph;
    }

    public void reset() {
        emitsWids = true;
        graph = WORLDWIDE;
    }
}
