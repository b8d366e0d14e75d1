package io.patchbay.ui.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** The same as the error page, for programs: a problem of RFC 9457, whatever the request says it accepts. */
record ProblemJson(Problem problem, String detail) implements View {

    private static final String API = "/api";
    private static final JsonMapper JSON = new JsonMapper();

    /** Whether a program sent the request, also where it was passed on to the error page. */
    static boolean wanted(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? isApi(original)
                : isApi(request.getRequestURI());
    }

    static boolean isApi(@Nullable String path) {
        return path != null && (path.equals(API) || path.startsWith(API + "/"));
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(problem.status());
        response.setContentType(getContentType());
        response.getOutputStream()
                .write(text(problem.status(), detail, problem.correlationId()).getBytes(StandardCharsets.UTF_8));
    }

    /** The problem as JSON. */
    static String text(int status, String detail, @Nullable String correlationId) {
        var known = HttpStatus.resolve(status);
        var body = new LinkedHashMap<String, Object>();
        body.put("title", known == null ? "Error" : known.getReasonPhrase());
        body.put("status", status);
        body.put("detail", detail);
        if (correlationId != null) {
            body.put("correlationId", correlationId);
        }
        return JSON.writeValueAsString(body);
    }
}
