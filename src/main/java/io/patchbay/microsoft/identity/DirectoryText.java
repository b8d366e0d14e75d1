package io.patchbay.microsoft.identity;

import org.jspecify.annotations.Nullable;

/**
 * Names that whoever administers a tenant gave, and what Microsoft says that quotes them: one line of text, as it is shown and
 * stored. A control character, which no database takes, half a character, and one that turns what follows around become
 * blanks.
 */
public final class DirectoryText {

    /** No name in a directory is longer (learn.microsoft.com/graph/api/resources/group). */
    private static final int LONGEST = 256;

    private static final String UNPRINTABLE =
            "[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]+";

    private DirectoryText() {}

    /** The text of a name; empty where there is none. */
    public static String plain(@Nullable String text) {
        return plain(text, LONGEST);
    }

    /** The text of a sentence. */
    public static String plain(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        var plain = text.replaceAll(UNPRINTABLE, " ").strip();
        return plain.codePointCount(0, plain.length()) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
