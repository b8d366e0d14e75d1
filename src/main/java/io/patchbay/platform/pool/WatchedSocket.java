package io.patchbay.platform.pool;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection whose long time-outs are kept by whoever calls {@link #endLongWait}; short ones are kept to the letter. */
final class WatchedSocket extends Socket {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedSocket.class);

    private static final int SHORT_MILLISECONDS = 10_000;
    private static final long NOT_WAITING = 0;

    private final Set<WatchedSocket> open;

    private volatile int patience;
    private volatile long waitingSince = NOT_WAITING;
    private volatile boolean ended;
    private @Nullable InputStream answers;

    /** @param open holds it until it is closed */
    WatchedSocket(Set<WatchedSocket> open) {
        this.open = open;
        open.add(this);
    }

    void endLongWait(long now) {
        var since = waitingSince;
        var most = patience;
        if (since != NOT_WAITING && most > 0 && now - since > TimeUnit.MILLISECONDS.toNanos(most)) {
            endUnlessAnswered();
        }
    }

    /** An answer may have come while the whole process stood still. */
    private void endUnlessAnswered() {
        try {
            if (super.getInputStream().available() == 0) {
                ended = true;
                close();
            }
        } catch (IOException e) {
            LOG.debug("A connection to the database was closed meanwhile", e);
        }
    }

    @Override
    public synchronized void setSoTimeout(int milliseconds) throws SocketException {
        var isShort = milliseconds <= SHORT_MILLISECONDS;
        super.setSoTimeout(isShort ? milliseconds : 0);
        patience = isShort ? 0 : milliseconds;
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return patience > 0 ? patience : super.getSoTimeout();
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (answers == null) {
            answers = new Answers(super.getInputStream());
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        open.remove(this);
        super.close();
    }

    /** Everything that reads goes through the one method that is watched. */
    private final class Answers extends InputStream {

        private final InputStream in;

        Answers(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            waitingSince = System.nanoTime() | 1;
            try {
                return in.read(to, offset, length);
            } catch (SocketException e) {
                throw ended ? (IOException) new SocketTimeoutException("Read timed out").initCause(e) : e;
            } finally {
                waitingSince = NOT_WAITING;
            }
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
