package io.patchbay.ui.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.function.Predicate;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** HTTP as Tomcat speaks it, with so many connections for one address and no more; made by Tomcat, by its name. */
public class CappedProtocol extends Http11NioProtocol {

    private final Capped capped;

    /** Without a cap so far. */
    public CappedProtocol() {
        this(new Capped());
    }

    private CappedProtocol(Capped capped) {
        super(capped);
        this.capped = capped;
    }

    void cap(int perAddress, Predicate<InetAddress> exempt) {
        capped.perAddress = perAddress;
        capped.exempt = exempt;
    }

    private static class Capped extends NioEndpoint {

        private int perAddress;
        private Predicate<InetAddress> exempt = address -> false;

        /** Closes what is too much by itself: of a connection that was never taken Tomcat has nothing to close. */
        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (isFull(socket)) {
                destroySocket(socket);
                return true;
            }
            return super.setSocketOptions(socket);
        }

        private boolean isFull(SocketChannel socket) {
            try {
                return perAddress > 0
                        && socket.getRemoteAddress() instanceof InetSocketAddress remote
                        && !exempt.test(remote.getAddress())
                        && connectionsOf(remote.getAddress().getHostAddress()) >= perAddress;
            } catch (IOException alreadyGone) {
                return true;
            }
        }

        private long connectionsOf(String address) {
            return getConnections().stream()
                    .filter(connection -> address.equals(connection.getRemoteAddr()))
                    .count();
        }
    }
}
