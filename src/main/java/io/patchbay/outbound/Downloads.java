package io.patchbay.outbound;

import io.patchbay.outbound.DownloadOutcome.Refused;
import io.patchbay.outbound.OutboundAnswer.Reason;
import io.patchbay.outbound.OutboundUrl.NotCallable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * Fetches files from addresses that manifests or people gave us, under the same rules as {@link OutboundHttp}, into a file
 * and with a few kilobytes of memory. Must not be called inside a transaction.
 */
public class Downloads implements AutoCloseable {

    private static final int REDIRECTS_AT_MOST = 5;

    private final OutboundProperties properties;
    private final CloseableHttpClient strangers;
    private final CloseableHttpClient trusted;

    Downloads(OutboundProperties properties, NameResolver names, SSLContext trust) throws NoSuchAlgorithmException {
        var factory = new HttpClientFactory(properties);
        this.properties = properties;
        this.strangers = factory.create(new CheckedNames(names), SSLContext.getDefault());
        this.trusted = factory.create(SystemDefaultDnsResolver.INSTANCE, trust);
    }

    /**
     * Fetches a file; what was written is removed again unless the outcome is {@link DownloadOutcome.Fetched}, and where it
     * cannot be written, too.
     *
     * @param atMost the size in bytes above which it is refused
     * @throws IOException where the file cannot be written
     */
    public DownloadOutcome fetch(URI from, Path into, long atMost) throws IOException {
        try {
            var outcome = follow(OutboundUrl.of(from, properties.trusted()), into, atMost);
            if (!(outcome instanceof DownloadOutcome.Fetched)) {
                Files.deleteIfExists(into);
            }
            return outcome;
        } catch (NotCallable e) {
            return new Refused(e.reason());
        } catch (IOException e) {
            // On a disk that is full, what stands there is what others wait for.
            Files.deleteIfExists(into);
            throw e;
        }
    }

    private DownloadOutcome follow(OutboundUrl first, Path into, long atMost) throws IOException, NotCallable {
        var deadline = Deadline.in(properties.downloadTimeout());
        var target = first;
        for (int hop = 0; hop <= REDIRECTS_AT_MOST; hop++) {
            var client = target.in(properties.trusted()) ? trusted : strangers;
            var transfer = new Transfer(client, target, into, atMost, deadline).run();
            if (transfer.location() == null) {
                return transfer.outcome();
            }
            target = target.redirected(transfer.location(), properties.trusted());
        }
        return new Refused(Reason.TOO_MANY_REDIRECTS);
    }

    @Override
    public void close() throws IOException {
        strangers.close();
        trusted.close();
    }
}
