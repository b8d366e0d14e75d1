package io.patchbay.attack;

import io.patchbay.testsupport.Surfer;

/**
 * Somebody with a real session, or without one.
 *
 * @param cookie what a browser would send along; empty for strangers
 * @param csrf a token that is valid for the session
 */
record Visitor(String name, String cookie, String csrf) {

    /** Somebody who is signed in. */
    static Visitor of(String name, Surfer surfer) {
        surfer.visit("/help");
        var page = surfer.page().body();
        return new Visitor(
                name,
                "patchbay=" + surfer.cookie("patchbay"),
                page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1"));
    }

    @Override
    public String toString() {
        return name;
    }
}
