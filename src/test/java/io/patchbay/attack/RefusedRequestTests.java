package io.patchbay.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is refused before any handler sees it: the right status, a page that says so, and all headers. */
@PortalTest
class RefusedRequestTests {

    private static final String BROKEN = "--x\r\nContent-Disposition: nonsense; name=\"\r\n\r\n--x";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, //catalog, 400, Bad request",
        "GET, /catalog;x=1, 400, Bad request",
        "GET, /catalog/%2e%2e/help, 400, Bad request",
        "GET, /WEB-INF/web.xml, 404, Page not found",
        "GET, /META-INF/MANIFEST.MF, 404, Page not found",
        "GET, /catalog%, 400, Bad request",
        "TRACE, /catalog, 405, Action not supported",
        "PROPFIND, /catalog, 405, Action not supported",
        "CONNECT, /catalog, 400, Bad request",
        "PUT, /catalog, 405, Action not supported",
        "DELETE, /help, 405, Action not supported",
    })
    void itIsSaidWhatWasWrong(String method, String target, int status, String title, Portal portal)
            throws IOException {
        var ada = Visitor.of("Full Admin", new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso"));
        assertRefused(
                portal,
                new Attack("", ada, method, target, List.of("X-CSRF-TOKEN", ada.csrf()), new byte[0]),
                status,
                title);
    }

    /** Nobody looks for a token before saying that the method is none. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "PROPFIND", "TRACE", "QUERY"})
    void aMethodThatNothingIsCalledByIsNamedAsSuch(String method, Portal portal) throws IOException {
        var ada = Visitor.of("Full Admin", new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso"));
        for (var visitor : List.of(ada, new Visitor("Stranger", "", ""))) {
            assertRefused(
                    portal,
                    new Attack("", visitor, method, "/settings/users", List.of(), new byte[0]),
                    405,
                    "Action not supported");
        }
    }

    @ParameterizedTest
    @CsvSource({"Transfer-Encoding, nonsense", "Transfer-Encoding, 'gzip, chunked'", "Content-Length, -1", "Host, a b"})
    void whatTheContainerDoesNotSpeakIsNoFailureOfOurs(String header, String value, Portal portal) throws IOException {
        var stranger = new Visitor("Stranger", "", "");
        assertRefused(
                portal,
                new Attack("", stranger, "POST", "/help", List.of(header, value), new byte[0]),
                400,
                "Bad request");
    }

    @ParameterizedTest
    @CsvSource({"/settings/banners, 400", "/companies, 400"})
    void aMalformedUploadIsNoFailureOfOurs(String target, int status, Portal portal) throws IOException {
        var ada = Visitor.of("Full Admin", new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso"));
        var multipart = List.of("Content-Type", "multipart/form-data; boundary=x", "X-CSRF-TOKEN", ada.csrf());
        var body = BROKEN.getBytes(StandardCharsets.US_ASCII);
        assertRefused(portal, new Attack("", ada, "POST", target, multipart, body), status, "Bad request");
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/x-www-form-urlencoded; charset=nonsense"
    })
    void strangersMayNotBreakItEither(String type, Portal portal) throws IOException {
        var stranger = new Visitor("Stranger", "", "");
        var body = BROKEN.getBytes(StandardCharsets.US_ASCII);
        for (var target : List.of("/help", "/companies", "/quote", "/api/v1/events", "/mail/x")) {
            var attack = new Attack("", stranger, "POST", target, List.of("Content-Type", type), body);
            try (var wire = new Wire(URI.create(portal.url()).getPort())) {
                var answer = wire.send(attack);
                assertThat(Harm.in(attack, answer)).as(attack.toString()).isEmpty();
                assertThat(answer.status()).isBetween(400, 499);
            }
        }
    }

    private static void assertRefused(Portal portal, Attack attack, int status, String title) throws IOException {
        try (var wire = new Wire(URI.create(portal.url()).getPort())) {
            var answer = wire.send(attack);
            assertThat(answer.status()).as(attack + "\n" + answer.body()).isEqualTo(status);
            assertThat(Harm.in(attack, answer)).isEmpty();
            assertThat(answer.body()).contains("<h1>" + title + "</h1>");
        }
    }
}
