package io.patchbay.outbound;

import io.patchbay.outbound.OutboundAnswer.Cause;
import io.patchbay.outbound.OutboundAnswer.Reason;
import io.patchbay.outbound.OutboundAnswer.Refused;
import io.patchbay.outbound.OutboundAnswer.Unreachable;
import io.patchbay.outbound.OutboundUrl.NotCallable;
import io.patchbay.platform.pageview.PageTransactions;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Calls addresses that people gave us. Https only; the name is resolved once, every address it has must be public, and one
 * of those is connected to; time and size are limited. Never throws for what a receiver does. Must not be called inside a
 * transaction.
 */
public class OutboundHttp implements AutoCloseable {

    private static final int REDIRECTS_AT_MOST = 3;

    private final OutboundProperties properties;
    private final CloseableHttpClient strangers;
    private final CloseableHttpClient trusted;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    OutboundHttp(OutboundProperties properties, NameResolver names, SSLContext trust) throws NoSuchAlgorithmException {
        var factory = new HttpClientFactory(properties);
        this.properties = properties;
        this.strangers = factory.create(new CheckedNames(names), SSLContext.getDefault());
        this.trusted = factory.create(org.apache.hc.client5.http.SystemDefaultDnsResolver.INSTANCE, trust);
    }

    /** Why an address would be refused whatever its name leads to; empty where its text is in order. */
    public Optional<Reason> problemWith(String address) {
        try {
            OutboundUrl.of(address, properties.trusted());
            return Optional.empty();
        } catch (NotCallable e) {
            return Optional.of(e.reason());
        }
    }

    /** Sends something. A redirect is not followed but told: what was meant for one receiver is not for another. */
    public OutboundAnswer post(String address, Map<String, String> headers, String contentType, byte[] body) {
        try {
            var target = OutboundUrl.of(address, properties.trusted());
            var request = new HttpPost(target.path());
            headers.forEach(request::setHeader);
            request.setEntity(new ByteArrayEntity(body, ContentType.parse(contentType)));
            var deadline = Deadline.in(properties.exchangeTimeout());
            return call(target, request, deadline).answer();
        } catch (NotCallable e) {
            return new Refused(e.reason());
        }
    }

    /** Fetches something; follows a few redirects, each checked like the address itself. */
    public OutboundAnswer get(String address, Map<String, String> headers) {
        var deadline = Deadline.in(properties.exchangeTimeout());
        try {
            var target = OutboundUrl.of(address, properties.trusted());
            for (int hop = 0; hop <= REDIRECTS_AT_MOST; hop++) {
                var request = new HttpGet(target.path());
                headers.forEach(request::setHeader);
                var reply = call(target, request, deadline);
                if (reply.location() == null) {
                    return reply.answer();
                }
                target = target.redirected(reply.location(), properties.trusted());
            }
            return new Refused(Reason.TOO_MANY_REDIRECTS);
        } catch (NotCallable e) {
            return new Refused(e.reason());
        }
    }

    private Reply call(OutboundUrl target, HttpUriRequestBase request, Deadline deadline) {
        PageTransactions.end();
        var client = target.in(properties.trusted()) ? trusted : strangers;
        var exchange = new Exchange(
                client, target, request, (int) properties.readAtMost().toBytes());
        var running = calls.submit(exchange);
        try {
            return running.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            request.cancel();
            running.cancel(true);
            return Reply.of(new Unreachable(Cause.TOO_SLOW));
        } catch (InterruptedException e) {
            request.cancel();
            Thread.currentThread().interrupt();
            return Reply.of(new Unreachable(Cause.BROKEN_OFF));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call ended in a way that nobody thought of", e.getCause());
        }
    }

    /** An answer, and where it points to if it is a redirect. */
    record Reply(
            OutboundAnswer answer,
            @org.jspecify.annotations.Nullable String location) {

        static Reply of(OutboundAnswer answer) {
            return new Reply(answer, null);
        }
    }

    @Override
    public void close() throws IOException {
        calls.shutdownNow();
        strangers.close();
        trusted.close();
    }
}
