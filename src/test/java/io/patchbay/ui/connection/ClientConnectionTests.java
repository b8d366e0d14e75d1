package io.patchbay.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slow and many connections, and who may say where a request comes from. Loopback's other addresses play strangers. */
@PortalTest
class ClientConnectionTests {

    private static final String PROXY = "127.0.0.1";
    private static final int PATIENCE_MILLIS = 15_000;

    @Test
    void whoStopsInTheMiddleOfARequestIsNotWaitedFor(Portal portal) throws IOException {
        var unfinished = List.of(
                "",
                "GET / HTT",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                "POST /quote HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 1000\r\n\r\ncompany=x");
        var sockets = new ArrayList<Socket>();
        for (var part : unfinished) {
            var socket = connect(portal, PROXY);
            socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        for (var socket : sockets) {
            try (socket) {
                assertThat(socket.getInputStream().readAllBytes().length).isLessThan(100_000);
            }
        }
    }

    @Test
    void anAddressHasAHundredConnectionsAndNoMore(Portal portal) throws IOException {
        var held = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 100; i++) {
                var socket = connect(portal, "127.0.0.2");
                held.add(socket);
                assertThat(status(socket, "/help", "")).isEqualTo(200);
            }
            try (var onceMore = connect(portal, "127.0.0.2")) {
                assertThat(status(onceMore, "/help", "")).isEqualTo(-1);
            }
            try (var another = connect(portal, "127.0.0.3")) {
                assertThat(status(another, "/help", "")).isEqualTo(200);
            }
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void onlyAConfiguredProxySaysForWhomItAsks(Portal portal) throws IOException {
        for (int i = 1; i <= 31; i++) {
            try (var proxy = connect(portal, PROXY);
                    var stranger = connect(portal, "127.0.0.4")) {
                var claim = "X-Forwarded-For: 192.0.2." + i + "\r\n";
                assertThat(status(proxy, "/api/v1/events", claim)).isEqualTo(401);
                assertThat(status(stranger, "/api/v1/events", claim)).isEqualTo(i <= 30 ? 401 : 429);
            }
        }
    }

    private static Socket connect(Portal portal, String from) throws IOException {
        var port = URI.create(portal.url()).getPort();
        var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(from), 0);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** The status of the answer; -1 where the connection is closed without one. */
    private static int status(Socket socket, String path, String header) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return line.length() < 12 ? -1 : Integer.parseInt(line.substring(9));
        } catch (SocketException reset) {
            return -1;
        }
    }
}
