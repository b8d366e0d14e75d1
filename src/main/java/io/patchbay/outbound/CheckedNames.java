package io.patchbay.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The one resolution of a connection: what it returns was checked and is what is connected to, so that a name cannot lead
 * elsewhere between the check and the use. A name with any address inside is refused altogether.
 */
record CheckedNames(NameResolver names) implements DnsResolver {

    /** A name leads to where nothing may be sent. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!Stream.of(addresses).allMatch(PublicAddresses::contain)) {
            throw new NotPublic(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
