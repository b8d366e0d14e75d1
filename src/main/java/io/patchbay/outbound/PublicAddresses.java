package io.patchbay.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Tells addresses of the public Internet from all others, by the special-purpose registries of IANA. */
final class PublicAddresses {

    private static final List<Network> NOT_PUBLIC = Network.all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Azure's own, reached from every machine there
            "168.63.129.16/32");

    /** Of IPv6 only what is global unicast may be public, and not these parts of it, most of which wrap an IPv4 address. */
    private static final List<Network> NOT_PUBLIC_EITHER =
            Network.all("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
        }
        return GLOBAL_UNICAST.contains(address)
                && NOT_PUBLIC_EITHER.stream().noneMatch(network -> network.contains(address));
    }
}
