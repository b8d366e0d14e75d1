package io.patchbay.platform.jdbc;

/** Patterns for {@code like} and {@code ilike}. */
public final class LikePattern {

    private LikePattern() {}

    /** Matches what contains a text to the letter, wildcards in it included. */
    public static String containing(String text) {
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
