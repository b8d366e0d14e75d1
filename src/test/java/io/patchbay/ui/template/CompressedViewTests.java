package io.patchbay.ui.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages are compressed for who says that they may be, and for nobody else. */
@PortalTest
class CompressedViewTests {

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<byte[]> ask(Portal portal, String method, String address, String accepted)
            throws IOException, InterruptedException {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var request = HttpRequest.newBuilder(URI.create(portal.url() + address))
                .header("Cookie", "patchbay=" + ada.cookie("patchbay"))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return http.send(
                accepted.isEmpty()
                        ? request.build()
                        : request.header("Accept-Encoding", accepted).build(),
                BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                     | /events",
                "gzip, deflate, br, zstd  | /events",
                "br;q=1.0, GZIP;q=0.1     | /catalog",
                "gzip                     | /nowhere",
                "gzip                     | /events?size=nonsense"
            })
    void aPageIsSentWholeAndCompressed(String accepted, String address, Portal portal)
            throws IOException, InterruptedException {
        var answer = ask(portal, "GET", address, accepted);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Encoding")).contains("gzip");
        assertThat(headers.allValues("Vary").stream().filter("accept-encoding"::equalsIgnoreCase))
                .hasSize(1);
        assertThat(headers.firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(text(answer)).startsWith("<!doctype html>").endsWith("</html>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip;q=nonsense", "*;q=0", ",;="})
    void isPlainForWhoDoesNotTakeIt(String accepted, Portal portal) throws IOException, InterruptedException {
        var answer = ask(portal, "GET", "/events", accepted);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(String.join(",", answer.headers().allValues("Vary"))).containsIgnoringCase("accept-encoding");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("</html>");
    }

    @Test
    void aFewBytesAreNotWorthIt(Portal portal) throws IOException, InterruptedException {
        var answer = ask(portal, "GET", "/events/views/links", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void whoAsksForTheHeadGetsNoBody(Portal portal) throws IOException, InterruptedException {
        var answer = ask(portal, "HEAD", "/events", "gzip");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body()).isEmpty();
    }
}
