package io.patchbay.ui;

import jakarta.servlet.http.HttpServletRequest;

/** What a controller needs to know about htmx. */
public final class Htmx {

    private Htmx() {}

    /** Whether htmx asks for a piece of a page; a plain visit and a restored page want all of it. */
    public static boolean wantsFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"))
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }
}
