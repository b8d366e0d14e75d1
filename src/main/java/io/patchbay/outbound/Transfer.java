package io.patchbay.outbound;

import io.patchbay.outbound.DownloadOutcome.Answered;
import io.patchbay.outbound.DownloadOutcome.Fetched;
import io.patchbay.outbound.DownloadOutcome.TooLarge;
import io.patchbay.outbound.DownloadOutcome.Unreachable;
import io.patchbay.outbound.OutboundAnswer.Cause;
import io.patchbay.platform.crypto.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** One hop of a download. */
record Transfer(CloseableHttpClient client, OutboundUrl target, Path into, long atMost, Deadline deadline) {

    private static final int BUFFER = 64 * 1024;

    /** What it came to, and where a redirect leads. */
    record End(DownloadOutcome outcome, @Nullable String location) {}

    /** The disk failed, which is not the server's doing. */
    private static final class NotWritten extends IOException {

        private static final long serialVersionUID = 1L;

        NotWritten(IOException cause) {
            super(cause);
        }
    }

    End run() throws IOException {
        var request = new HttpGet(target.path());
        try {
            var host = new HttpHost("https", target.host(), target.port());
            return read(client.executeOpen(host, request, HttpClientContext.create()));
        } catch (NotWritten e) {
            throw e;
        } catch (IOException e) {
            return switch (Exchange.outcome(e)) {
                case OutboundAnswer.Refused(var reason) -> new End(new DownloadOutcome.Refused(reason), null);
                case OutboundAnswer.Unreachable(var cause) -> new End(new Unreachable(cause), null);
                case OutboundAnswer.Answered answered -> throw new IllegalStateException("A failure is no answer", e);
            };
        } finally {
            // Ends the connection without waiting for what was not read
            request.cancel();
        }
    }

    private End read(ClassicHttpResponse response) throws IOException {
        var status = response.getCode();
        var location = response.getFirstHeader("Location");
        if (status >= 300 && status < 400 && location != null) {
            return new End(new Answered(status, null), location.getValue());
        }
        if (status != 200 || response.getEntity() == null) {
            return new End(new Answered(status, Exchange.retryAfter(response)), null);
        }
        if (response.getEntity().getContentLength() > atMost) {
            return new End(new TooLarge(), null);
        }
        try (var content = response.getEntity().getContent();
                var file = open()) {
            return new End(copy(content, file), null);
        }
    }

    private OutputStream open() throws NotWritten {
        try {
            return Files.newOutputStream(into);
        } catch (IOException e) {
            throw new NotWritten(e);
        }
    }

    private DownloadOutcome copy(InputStream content, OutputStream file) throws IOException {
        var digest = Sha256.begin();
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > atMost) {
                return new TooLarge();
            }
            if (deadline.left().isZero()) {
                return new Unreachable(Cause.TOO_SLOW);
            }
            digest.update(buffer, 0, read);
            write(file, buffer, read);
        }
        return new Fetched(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static void write(OutputStream file, byte[] buffer, int length) throws NotWritten {
        try {
            file.write(buffer, 0, length);
        } catch (IOException e) {
            throw new NotWritten(e);
        }
    }
}
