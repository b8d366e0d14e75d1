package io.patchbay.ui.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * What is shown when a request never reaches the portal, or when even the error page fails: static, asks nobody for anything,
 * and is silent about us.
 *
 * @param status the HTTP status
 * @param title the heading
 * @param text what it means and what to do, in a sentence or two
 * @param json the same for programs
 */
record PlainProblem(int status, String title, String text, String json) {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · Patchbay</title><link rel="stylesheet" href="/assets/app.css"></head>
            <body class="pb-bare"><div class="pb-bare-page"><div class="pb-content"><main class="pb-card">
            <h1>%1$s</h1><p>%2$s</p><p><a href="/">Go to the home page</a></p>
            </main></div></div></body></html>
            """;

    /** What htmx puts into a page that is there. */
    private static final String ALERT = """
            <div class="pb-alert" role="alert" data-tone="danger"><div><strong>%1$s</strong><p>%2$s</p></div></div>
            """;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
            "Cache-Control", "no-store");

    static PlainProblem of(Problem problem, ProblemJson json) {
        return new PlainProblem(
                problem.status(),
                problem.title(),
                "%s %s Correlation ID: %s".formatted(problem.text(), problem.nextStep(), problem.correlationId()),
                ProblemJson.text(problem.status(), json.detail(), problem.correlationId()));
    }

    /** Writes it as what was asked for: a page, a piece of one, or JSON. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        HEADERS.forEach(response::setHeader);
        boolean api = ProblemJson.wanted(request);
        response.setContentType(
                api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.getOutputStream().write((api ? json : html(request, response)).getBytes(StandardCharsets.UTF_8));
    }

    private String html(HttpServletRequest request, HttpServletResponse response) {
        boolean fragment = ProblemView.wantsFragment(request);
        if (fragment) {
            ProblemView.intoPage(response);
        }
        return (fragment ? ALERT : PAGE).formatted(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(text));
    }
}
