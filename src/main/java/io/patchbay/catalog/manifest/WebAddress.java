package io.patchbay.catalog.manifest;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses as people write them into manifests, made into what RFC 3986 allows: whatever may not stand in a part of an
 * address is percent-encoded there, and what is encoded already stays as it is.
 */
final class WebAddress {

    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[^/?#\\\\]*)(?<path>[^?#]*)(\\?(?<query>[^#]*))?(#(?<fragment>.*))?",
            Pattern.DOTALL);
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String IN_PATH = UNRESERVED + "!$&'()*+,;=:@/";
    private static final String IN_QUERY = IN_PATH + "?";
    private static final String IN_AUTHORITY = UNRESERVED + "!$&'()*+,;=:@";
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern ADDRESS_OF_HOST = Pattern.compile("\\[[0-9A-Fa-f:.]+](:\\d*)?");
    private static final int ENCODED_LENGTH = 3;
    private static final int ASCII = 0x80;

    private WebAddress() {}

    /** The address; empty for a text that is none, whatever is encoded. */
    static Optional<URI> of(String written) {
        var parts = PARTS.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var query = parts.group("query");
        var fragment = parts.group("fragment");
        try {
            return Optional.of(new URI(parts.group("scheme")
                    + "://"
                    + authority(parts.group("authority"))
                    + encoded(parts.group("path"), IN_PATH)
                    + (query == null ? "" : "?" + encoded(query, IN_QUERY))
                    + (fragment == null ? "" : "#" + encoded(fragment, IN_QUERY))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A name of other than Latin letters is written as Punycode, since name servers know no percent-encoding. */
    private static String authority(String written) {
        if (ADDRESS_OF_HOST.matcher(written).matches()) {
            return written;
        }
        if (written.chars().anyMatch(character -> character >= ASCII)) {
            try {
                return encoded(IDN.toASCII(written), IN_AUTHORITY);
            } catch (IllegalArgumentException e) {
                return encoded(written, IN_AUTHORITY);
            }
        }
        return encoded(written, IN_AUTHORITY);
    }

    private static String encoded(String part, String allowed) {
        var text = new StringBuilder();
        var escapes = ENCODED.matcher(part);
        for (int at = 0; at < part.length(); ) {
            if (escapes.region(at, part.length()).lookingAt()) {
                text.append(part, at, at + ENCODED_LENGTH);
                at += ENCODED_LENGTH;
            } else {
                int character = part.codePointAt(at);
                append(character, allowed, text);
                at += Character.charCount(character);
            }
        }
        return text.toString();
    }

    private static void append(int character, String allowed, StringBuilder text) {
        if (allowed.indexOf(character) >= 0) {
            text.appendCodePoint(character);
            return;
        }
        for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            text.append('%').append("%02X".formatted(one & 0xff));
        }
    }
}
