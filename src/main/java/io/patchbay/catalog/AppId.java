package io.patchbay.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A WinGet package identifier such as {@code 7zip.7zip}: two to eight parts with dots between them.
 *
 * @param value as the manifest writes it
 */
public record AppId(String value) {

    /** No control characters, no white space, none of the characters that mean something in a path. */
    private static final String PART = "[^.\\s\\\\/:*?\"<>|\\x00-\\x1f]{1,32}";

    private static final Pattern PATTERN = Pattern.compile(PART + "(\\." + PART + "){1,7}");
    private static final int LONGEST = 128;

    public AppId {
        if (!valid(value)) {
            throw new IllegalArgumentException("Not a package identifier of WinGet");
        }
    }

    /** The identifier, unless the text is none. */
    public static Optional<AppId> parse(String text) {
        return valid(text) ? Optional.of(new AppId(text)) : Optional.empty();
    }

    private static boolean valid(String text) {
        return text.length() <= LONGEST && PATTERN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
