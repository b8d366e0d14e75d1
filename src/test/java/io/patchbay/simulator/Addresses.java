package io.patchbay.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Where the running simulator is. Known once its web server has started. */
@SimulatorComponent
public final class Addresses {
    private volatile URI browser = URI.create("http://127.0.0.1");
    private volatile URI backChannel = URI.create("https://127.0.0.1");
    private volatile URI storage = URI.create("https://127.0.0.1");

    void started(int httpPort, int httpsPort, int storagePort) {
        browser = URI.create("http://127.0.0.1:" + httpPort);
        backChannel = URI.create("https://127.0.0.1:" + httpsPort);
        storage = URI.create("https://127.0.0.1:" + storagePort);
    }

    public URI browser() {
        return browser;
    }

    public URI backChannel() {
        return backChannel;
    }

    /** The storage of contents, which speaks HTTP/1.1 only. */
    public URI storage() {
        return storage;
    }

    /** Scheme, host and port that a request came by. */
    public static String base(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
    }
}
