package io.patchbay.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that vanished without a word is not waited for longer than was said. */
@PortalTest
class WatchedSocketTests {

    private static final int PATIENCE = 30_000;

    private final Set<WatchedSocket> open = new HashSet<>();
    private ServerSocket server;
    private WatchedSocket socket;
    private Socket database;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket = new WatchedSocket(open);
        socket.connect(server.getLocalSocketAddress());
        database = server.accept();
        socket.setSoTimeout(PATIENCE);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        database.close();
        server.close();
        assertThat(open).isEmpty();
    }

    @Test
    void aLongWaitEnds() throws IOException {
        var answer = reading();
        socket.endLongWait(in(Duration.ofSeconds(29)));
        assertThat(socket.isClosed()).isFalse();
        await().until(() -> {
            socket.endLongWait(in(Duration.ofSeconds(31)));
            return answer.isDone();
        });
        assertThat(answer.join()).isInstanceOf(SocketTimeoutException.class);
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void whoIsNotWaitingIsLeftAlone() throws IOException {
        database.getOutputStream().write(new byte[] {7, 8});
        assertThat(socket.getInputStream().read()).isEqualTo(7);
        socket.endLongWait(in(Duration.ofHours(1)));
        assertThat(socket.getInputStream().read()).isEqualTo(8);
        database.close();
        assertThat(socket.getInputStream().read()).isNegative();
    }

    @Test
    void shortWaitsAndNoneAtAllAreTheSocketsOwn() throws IOException {
        socket.setSoTimeout(1);
        assertThat(socket.getSoTimeout()).isEqualTo(1);
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> socket.getInputStream().read());
        socket.setSoTimeout(0);
        assertThat(socket.getSoTimeout()).isZero();
        var answer = reading();
        socket.endLongWait(in(Duration.ofDays(1)));
        database.close();
        assertThat(answer.join()).as("the end of what the database said").isEqualTo(-1);
    }

    @Test
    void requestsWaitForTheDatabaseByIt(Portal portal) throws SQLException {
        try (var connection = portal.bean(DataSource.class).getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(PATIENCE);
            assertThat(WatchedSocketFactory.watched()).isPositive();
        }
    }

    private CompletableFuture<Object> reading() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return socket.getInputStream().read();
                    } catch (IOException e) {
                        return e;
                    }
                },
                Thread::startVirtualThread);
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
