package io.patchbay.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.ui.Gallery;
import io.patchbay.ui.GalleryClient;
import io.patchbay.ui.GalleryTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever goes wrong, people read what it means for them, and nothing about our insides. */
@GalleryTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Gallery.Mood mood;

    private GalleryClient client;

    @BeforeEach
    void arrive() {
        this.client = new GalleryClient(this.port);
    }

    @AfterEach
    void calmDown() {
        this.mood.broken = false;
        this.mood.signedIn = true;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /gallery/fail/not-found          | 404 | Page not found                        | This page doesn&#39;t exist
            /gallery/nothing                 | 404 | Page not found                        | This page doesn&#39;t exist
            /nothing/at/all                  | 404 | Page not found                        | This page doesn&#39;t exist
            /webjars/bootstrap/none.css      | 404 | Page not found                        | This page doesn&#39;t exist
            /error                           | 404 | Page not found                        | This page doesn&#39;t exist
            /gallery/fail/refused            | 403 | Access denied                         | The role Security Reader may look, but not connect.
            /gallery/forbidden               | 403 | Access denied                         | Your role doesn&#39;t include this page
            /gallery/fail/invalid            | 400 | Bad request                           | The environment has no such tab.
            /gallery/fail/conflict           | 409 | This action couldn&#39;t be completed | Contoso is already connected
            /gallery/fail/stale              | 409 | This action couldn&#39;t be completed | Nothing was saved
            /gallery/fail/too-many           | 429 | Too many attempts                     | Wait a moment
            /gallery/fail/io                 | 500 | Something went wrong on our side      | The error has been logged
            /gallery/fail/state              | 500 | Something went wrong on our side      | The error has been logged
            /gallery/template                | 500 | Something went wrong on our side      | The error has been logged
            /gallery/number                  | 400 | Bad request                           | The value for &quot;page&quot; is missing
            /gallery/number?page=x           | 400 | Bad request                           | The value for &quot;page&quot; isn&#39;t valid
            /gallery/number?page=1&text=%00  | 400 | Bad request                           | One of the values contains invalid characters
            /gallery/number?page=99999999999 | 400 | Bad request                           | The value for &quot;page&quot; isn&#39;t valid
            /gallery/number?page=1&text=%zz  | 400 | Bad request                           | malformed
            /gallery/number?page=1&text=%ff  | 400 | Bad request                           | malformed
            /gallery/range?size=101          | 400 | Bad request                           | The address or the submitted data
            /gallery/strict?terms=perhaps    | 400 | Bad request                           | These fields aren&#39;t valid: terms
            /gallery/only/json               | 405 | Action not supported                  | this type of request
            /gallery//events                 | 400 | Bad request                           | The address or the submitted data
            /gallery;x=y/events              | 400 | Bad request                           | The address or the submitted data
            /gallery/%2e%2e/x                | 400 | Bad request                           | The address or the submitted data
            """)
    void everyFailureHasItsPage(String path, int status, String title, String text) {
        String answer =
                this.client.sendRaw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("<h1>" + title + "</h1>").contains(text).contains("href=\"/\"");
        assertSilent(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /gallery/only/json, text/plain, 415",
        "POST, /gallery/only/json, application/json, 400",
        "POST, /help, text/plain, 405",
        "PUT, /gallery, text/plain, 405"
    })
    void theWrongWayToAskIsSaidToBeWrong(String method, String path, String type, int status) {
        String token = token();
        HttpResponse<String> answer = this.client.send(method, path, "{", "Content-Type", type, "X-CSRF-TOKEN", token);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1>");
        assertSilent(answer.body());
    }

    @Test
    void anUnknownFormatIsRefusedInWords() {
        HttpResponse<String> answer = this.client.get("/gallery/only/csv", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("Format not available");
    }

    @Test
    void aFormWithoutItsTokenHasExpired() {
        HttpResponse<String> answer = this.client.send(
                "POST", "/gallery/company", "name=x", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This form has expired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /gallery/% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /gallery HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /gallery\\events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /gallery<x> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "NONSENSE\r\n\r\n",
            })
    void whatIsNotHttpIsRefusedWithoutSayingWhoWeAre(String request) {
        String answer = this.client.sendRaw(request);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("Bad request");
        assertSilent(answer);
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 200", "OPTIONS, 200", "TRACE, 405", "PROPFIND, 405", "DELETE, 405"})
    void otherMethodsAreHarmless(String method, int status) {
        String answer = this.client.sendRaw(
                method + " /gallery HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Secret: 1\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("X-Secret");
    }

    @Test
    void aTooEagerVisitorIsToldWhenToComeBack() {
        assertThat(this.client.get("/gallery/fail/too-many").headers().firstValue("Retry-After"))
                .hasValue("30");
        assertThat(this.client.get("/gallery/only/json").headers().firstValue("Allow"))
                .hasValue("POST");
    }

    @Test
    void ourOwnFailuresAreLoggedOnceWithTheIdOnThePage(CapturedOutput output) {
        HttpResponse<String> answer = this.client.get("/gallery/template");
        String id = answer.headers().firstValue("X-Correlation-Id").orElseThrow();
        assertThat(answer.body()).contains(id);
        assertThat(output.getOut().lines().filter(line -> line.contains("ERROR")))
                .singleElement()
                .asString()
                .contains(id);
    }

    @Test
    void theErrorPageDoesWithoutAFrameThatFails() {
        this.mood.broken = true;
        assertThat(this.client.get("/gallery").statusCode()).isEqualTo(500);
        HttpResponse<String> answer = this.client.get("/gallery/fail/not-found");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Page not found</h1>").doesNotContain("<nav");
        assertSilent(answer.body());
    }

    @Test
    void strangersGetTheErrorPageWithoutANavigation() {
        this.mood.signedIn = false;
        assertThat(this.client.get("/nothing").body())
                .contains("<h1>Page not found</h1>")
                .doesNotContain("<nav");
    }

    @Test
    void htmxGetsAPieceForTheTopOfThePage() {
        HttpResponse<String> answer = this.client.get("/gallery/fail/refused", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#problem");
        assertThat(answer.body()).contains("may look, but not connect").doesNotContain("<html", "<main");
    }

    private String token() {
        String page = this.client.get("/gallery").body();
        return page.replaceAll("(?s).*name=\"csrf\"[^>]*content=\"([^\"]+)\".*", "$1");
    }

    private static void assertSilent(String answer) {
        assertThat(answer)
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("Exception", "Tomcat", "io.patchbay", "org.springframework", "\tat ");
    }
}
