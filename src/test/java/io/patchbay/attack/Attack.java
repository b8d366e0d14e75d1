package io.patchbay.attack;

import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param what which kind of attack it is
 * @param target path and query, encoded or not
 * @param headers names and values in turn, without the session
 */
record Attack(String what, Visitor visitor, String method, String target, List<String> headers, byte[] body) {

    @Override
    public String toString() {
        return "%s as %s: %s %s %s (%d bytes)"
                .formatted(what, visitor, method, shortened(target), headers, body.length);
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
