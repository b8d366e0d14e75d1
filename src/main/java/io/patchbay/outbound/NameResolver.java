package io.patchbay.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds out which addresses a name has, or reads them out of a literal. */
@FunctionalInterface
interface NameResolver {

    InetAddress[] resolve(String host) throws UnknownHostException;
}
