package io.patchbay.outbound;

import io.patchbay.outbound.OutboundAnswer.Answered;
import io.patchbay.outbound.OutboundAnswer.Cause;
import io.patchbay.outbound.OutboundAnswer.Reason;
import io.patchbay.outbound.OutboundAnswer.Refused;
import io.patchbay.outbound.OutboundAnswer.Unreachable;
import io.patchbay.outbound.OutboundHttp.Reply;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;

/** One request and its answer, of which no more is read than is allowed. */
record Exchange(CloseableHttpClient client, OutboundUrl target, HttpUriRequestBase request, int readAtMost)
        implements Callable<Reply> {

    @Override
    public Reply call() {
        var host = new HttpHost("https", target.host(), target.port());
        try {
            return read(client.executeOpen(host, request, HttpClientContext.create()));
        } catch (IOException e) {
            return Reply.of(outcome(e));
        } finally {
            // Ends the connection without waiting for what was not read
            request.cancel();
        }
    }

    private Reply read(ClassicHttpResponse response) throws IOException {
        var body = body(response);
        var answer = new Answered(
                response.getCode(),
                Arrays.copyOf(body, Math.min(body.length, readAtMost)),
                body.length > readAtMost,
                retryAfter(response));
        var redirects = response.getCode() >= 300 && response.getCode() < 400;
        return new Reply(answer, redirects ? header(response, "Location") : null);
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        return response.getEntity() == null
                ? new byte[0]
                : response.getEntity().getContent().readNBytes(readAtMost + 1);
    }

    static @Nullable Duration retryAfter(HttpMessage response) {
        var value = header(response, "Retry-After");
        return value != null && value.matches("\\d{1,7}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }

    private static @Nullable String header(HttpMessage response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    static OutboundAnswer outcome(IOException problem) {
        return switch (problem) {
            case CheckedNames.NotPublic inside -> new Refused(Reason.NOT_PUBLIC);
            case UnknownHostException unknown -> new Unreachable(Cause.UNKNOWN_HOST);
            case ConnectTimeoutException late -> new Unreachable(Cause.TOO_SLOW);
            case SocketTimeoutException late -> new Unreachable(Cause.TOO_SLOW);
            case HttpHostConnectException closed -> new Unreachable(Cause.NO_CONNECTION);
            case SSLException untrusted -> new Unreachable(Cause.UNTRUSTED);
            default -> new Unreachable(Cause.BROKEN_OFF);
        };
    }
}
