package io.patchbay.event.log;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an event what looks like a secret, whoever put it there: tokens, client secrets of Entra ID, license keys,
 * private keys, our own tokens, and the query of addresses that carry one.
 */
public final class Redaction {

    private static final String REMOVED = "[removed]";

    private static final Pattern SECRETS = Pattern.compile(
            "eyJ[\\w-]{10,}\\.[\\w-]{4,}(\\.[\\w-]*)*" // JSON web tokens
                    + "|(?i:bearer\\s+)[\\w.~+/=-]{16,}"
                    + "|-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)"
                    + "|\\b[\\w-]{3}8Q~[\\w.~-]{30,}" // client secrets of Entra ID
                    + "|\\bpb[a-z]_[\\w-]{20,}"
                    + "|\\b[2-9A-HJ-NP-Z]{5}(-[2-9A-HJ-NP-Z]{5}){4}\\b" // license keys
                    + "|(?<=[?&](?i:sig|code|token|secret|client_secret|password|access_token)=)[^&\\s\"]+");

    private Redaction() {}

    public static String of(String text) {
        return SECRETS.matcher(text).replaceAll(REMOVED);
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    public static Map<String, String> of(Map<String, String> details) {
        var clean = new TreeMap<String, String>();
        details.forEach((name, value) -> clean.put(name, of(value)));
        return clean;
    }
}
