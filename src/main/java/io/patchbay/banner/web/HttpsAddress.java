package io.patchbay.banner.web;

import java.net.URI;
import java.net.URISyntaxException;

/** Tells an address that a banner may link to from anything else that somebody may type. */
final class HttpsAddress {

    private static final int LENGTH_AT_MOST = 500;

    private HttpsAddress() {}

    static boolean is(String text) {
        try {
            var uri = new URI(text);
            return text.length() <= LENGTH_AT_MOST
                    && text.startsWith("https://")
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
