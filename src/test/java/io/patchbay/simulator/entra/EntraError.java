package io.patchbay.simulator.entra;

import org.jspecify.annotations.Nullable;

/**
 * An error as Entra names it.
 *
 * @param code the number behind AADSTS
 * @param message without the number and without the trace that follows it
 * @param claims what a client would have to satisfy, as JSON
 */
record EntraError(
        String error,
        int status,
        int code,
        String message,
        @Nullable String suberror,
        @Nullable String claims) {

    static EntraError of(String error, int status, int code, String message) {
        return new EntraError(error, status, code, message, null, null);
    }

    String uri() {
        return "https://login.microsoftonline.com/error?code=" + code;
    }

    EntraException exception() {
        return new EntraException(this);
    }
}
