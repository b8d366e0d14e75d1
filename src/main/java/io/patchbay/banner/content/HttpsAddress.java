package io.patchbay.banner.content;

import java.net.URI;
import java.net.URISyntaxException;

/** Tells an address that a banner may link to from anything else that somebody may type. */
public final class HttpsAddress {

    private static final int LENGTH_AT_MOST = 500;

    private HttpsAddress() {}

    /** Whether it is an https address with a host that one sees: nothing stands before an at sign. */
    public static boolean is(String text) {
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
