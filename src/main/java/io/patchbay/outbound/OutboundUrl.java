package io.patchbay.outbound;

import io.patchbay.outbound.OutboundAnswer.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An address that may be called as far as its text tells; where its name leads is looked at when it is called. */
record OutboundUrl(URI uri, String host, int port) {

    private static final int HTTPS = 443;
    private static final Set<Integer> PORTS = Set.of(HTTPS, 8443);
    private static final int LONGEST = 2048;

    /** Numbers that some take for an IPv4 address: {@code 2130706433}, {@code 0x7f.1}, {@code 0177.0.0.1}. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("(.*\\.)?(0x[0-9a-f]*|\\d+)\\.?");

    private static final Pattern DOTTED_QUAD = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    /** Told instead of a target. */
    static final class NotCallable extends Exception {

        private static final long serialVersionUID = 1L;

        private final Reason reason;

        NotCallable(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    static OutboundUrl of(String address, Set<String> trusted) throws NotCallable {
        return of(parse(address), trusted);
    }

    static OutboundUrl of(URI uri, Set<String> trusted) throws NotCallable {
        require("https".equalsIgnoreCase(uri.getScheme()), Reason.NOT_HTTPS);
        require(uri.getRawUserInfo() == null, Reason.USER_INFO);
        require(uri.getHost() != null && !uri.getHost().isEmpty(), Reason.NOT_AN_ADDRESS);
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var target = new OutboundUrl(uri, host, uri.getPort() == -1 ? HTTPS : uri.getPort());
        if (!target.in(trusted)) {
            require(
                    !NUMBER_LIKE.matcher(host).matches()
                            || DOTTED_QUAD.matcher(host).matches(),
                    Reason.NOT_AN_ADDRESS);
            require(PORTS.contains(target.port), Reason.PORT);
            require(!isLocal(host), Reason.NOT_PUBLIC);
        }
        return target;
    }

    /** Names and literal addresses of which is known without asking anybody that they lead nowhere public. */
    private static boolean isLocal(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        if (!host.startsWith("[") && !DOTTED_QUAD.matcher(host).matches()) {
            return false;
        }
        try {
            return !PublicAddresses.contain(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException noAddress) {
            return true;
        }
    }

    boolean in(Set<String> trusted) {
        return trusted.contains(host + ":" + port);
    }

    /** Where a redirect leads. */
    OutboundUrl redirected(String location, Set<String> trusted) throws NotCallable {
        return of(uri.resolve(parse(location)), trusted);
    }

    /** Path and query as they go into the request line. */
    String path() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static URI parse(String address) throws NotCallable {
        require(address.length() <= LONGEST, Reason.NOT_AN_ADDRESS);
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new NotCallable(Reason.NOT_AN_ADDRESS);
        }
    }

    private static void require(boolean condition, Reason otherwise) throws NotCallable {
        if (!condition) {
            throw new NotCallable(otherwise);
        }
    }
}
