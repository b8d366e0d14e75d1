package io.patchbay.outbound;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** A network in CIDR notation. */
record Network(InetAddress base, int prefix) {

    static Network of(String cidr) {
        var parts = cidr.split("/", 2);
        return new Network(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
    }

    static List<Network> all(String... cidrs) {
        return Stream.of(cidrs).map(Network::of).toList();
    }

    boolean contains(InetAddress address) {
        var mine = base.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        var whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != other[i]) {
                return false;
            }
        }
        var rest = prefix % 8;
        return rest == 0 || (mine[whole] ^ other[whole]) >> (8 - rest) == 0;
    }
}
