package io.patchbay.ui.layout;

import java.util.regex.Pattern;

/** Tells a path of this portal from an address that would lead somewhere else. */
public final class LocalPath {

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,2000}");

    private LocalPath() {}

    /** The given path, if a redirect to it stays here; otherwise the start page. */
    public static String orHome(String path) {
        return LOCAL.matcher(path).matches() ? path : "/";
    }
}
