package io.patchbay.simulator.intune;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The storage does not do what was asked for; answered as Azure's XML (learn.microsoft.com: blob service error codes). */
final class BlobRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String detail;
    private final transient Map<String, String> headers;

    BlobRefusal(int status, String code, String message) {
        this(status, code, message, null, Map.of());
    }

    private BlobRefusal(int status, String code, String message, @Nullable String detail, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.headers = headers;
    }

    static BlobRefusal unauthenticated(String detail) {
        return new BlobRefusal(
                403,
                "AuthenticationFailed",
                "Server failed to authenticate the request. Make sure the value of Authorization header is formed"
                        + " correctly including the signature.",
                detail,
                Map.of());
    }

    static BlobRefusal busy(@Nullable String retryAfter) {
        return new BlobRefusal(
                503,
                "ServerBusy",
                "The server is currently unable to receive requests. Please retry your request.",
                null,
                retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter));
    }

    static BlobRefusal header(String name) {
        return new BlobRefusal(
                400,
                "InvalidHeaderValue",
                "The value for one of the HTTP headers is not in the correct format: " + name + ".");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }

    String xml(String requestId, String time) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>" + getMessage()
                + "\nRequestId:" + requestId + "\nTime:" + time + "</Message>"
                + (detail == null ? "" : "<AuthenticationErrorDetail>" + detail + "</AuthenticationErrorDetail>")
                + "</Error>";
    }
}
