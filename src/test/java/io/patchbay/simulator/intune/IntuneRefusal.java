package io.patchbay.simulator.intune;

import java.util.Map;

/** Intune does not do what was asked for; its message is put into Graph's error as Intune puts it. */
public final class IntuneRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    IntuneRefusal(int status, String code, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    public static IntuneRefusal badRequest(String message) {
        return new IntuneRefusal(400, "BadRequest", message, Map.of());
    }

    static IntuneRefusal notFound(String id) {
        return new IntuneRefusal(404, "ResourceNotFound", "Resource with id " + id + " was not found.", Map.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
