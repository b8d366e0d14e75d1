package io.patchbay.platform.pool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * Connections to the database on which one thread ends all long waits. A virtual thread that reads with a time-out sets a timer
 * and takes it back with every statement, which costs a page as much as a statement or two.
 *
 * <p>For the PostgreSQL driver, which makes one of these for each connection.
 */
public final class WatchedSocketFactory extends SocketFactory {

    private static final Set<WatchedSocket> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("answers-watch").factory())
                .scheduleWithFixedDelay(() -> endLongWaits(System.nanoTime()), 1, 1, TimeUnit.SECONDS);
    }

    /** How many connections are open. */
    static int watched() {
        return OPEN.size();
    }

    /** @param now as {@link System#nanoTime} gives it */
    static void endLongWaits(long now) {
        OPEN.forEach(socket -> socket.endLongWait(now));
    }

    @Override
    public Socket createSocket() {
        return new WatchedSocket(OPEN);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw unused();
    }

    private static IOException unused() {
        return new IOException("The PostgreSQL driver connects its sockets itself");
    }
}
