package io.patchbay.ui.error;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
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
            String title = ours ? "Something went wrong on our side" : "Bad request";
            String text = ours ? "Try again in a few minutes." : "The request is malformed. Check the address.";
            try {
                new PlainProblem(status, title, text, ProblemJson.text(status, text, null))
                        .write(request.getRequest(), response.getResponse());
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                getContainer().getLogger().debug("Nobody is listening any more", gone);
            }
        }
    }
}
