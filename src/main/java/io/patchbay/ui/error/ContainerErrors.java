package io.patchbay.ui.error;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What is shown when a request never reaches the portal, or when even the error page fails: static, and silent about us. */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new PlainPage()));
    }

    private static class PlainPage extends ErrorReportValve {

        private static final String PAGE = """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s · Patchbay</title><link rel="stylesheet" href="/assets/app.css"></head>
                <body class="pb-bare"><div class="pb-bare-page"><div class="pb-content"><main class="pb-card">
                <h1>%1$s</h1><p>%2$s</p><p><a href="/">Go to the home page</a></p>
                </main></div></div></body></html>
                """;

        private static final Map<String, String> HEADERS = Map.of(
                "Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "no-referrer",
                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
                "Cache-Control", "no-store");

        /** A method, a coding or a version of HTTP that the container does not speak is no failure of ours. */
        private static boolean asked(int status) {
            return status == HttpStatus.NOT_IMPLEMENTED.value()
                    || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value();
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            if (asked(status)) {
                status = HttpStatus.BAD_REQUEST.value();
                response.setStatus(status);
            }
            boolean ours = status >= 500;
            boolean api = ProblemJson.isApi(request.getRequestURI());
            String title = ours ? "Something went wrong on our side" : "Bad request";
            String text = ours ? "Try again in a few minutes." : "The request is malformed. Check the address.";
            byte[] page = (api ? ProblemJson.text(status, text, null) : PAGE.formatted(title, text))
                    .getBytes(StandardCharsets.UTF_8);
            try {
                response.setContentType(
                        api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
                HEADERS.forEach(response::setHeader);
                response.getOutputStream().write(page);
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                getContainer().getLogger().debug("Nobody is listening any more", gone);
            }
        }
    }
}
