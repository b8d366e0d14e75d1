package io.patchbay.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Browsers send several requests of one session at once: tabs, a double click, a restored window. */
@PortalTest
class ParallelRequestTests {

    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 4;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Test
    void formsOfOneSessionAreStoredAndAnswered(Portal portal) throws Exception {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        var token = CSRF.matcher(ada.visit("/settings/environments/new").body());
        assertThat(token.find()).isTrue();
        for (int round = 0; round < ROUNDS; round++) {
            var first = round * AT_ONCE;
            assertThat(atOnce(number -> send(
                            ada,
                            HttpRequest.newBuilder(URI.create(portal.url() + "/settings/environments"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(Surfer.form(
                                            "_csrf", token.group(1), "name", "Environment " + (first + number)))))))
                    .containsOnly(302);
        }
        assertThat(portal.database().count("environment")).isEqualTo(1L + ROUNDS * AT_ONCE);
    }

    @Test
    void pagesOfOneSessionAreAnswered(Portal portal) throws Exception {
        var ada = new Surfer(portal).foundCompany("admin@contoso.onmicrosoft.com", "Contoso");
        assertThat(atOnce(number ->
                        send(ada, HttpRequest.newBuilder(URI.create(portal.url() + "/settings/environments")))))
                .containsOnly(200);
    }

    @Test
    void signInsOfOneBrowserAreStarted(Portal portal) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var somebody = new Surfer(portal);
            somebody.visit("/help");
            assertThat(atOnce(number -> send(
                            somebody,
                            HttpRequest.newBuilder(URI.create(portal.url() + "/oauth2/authorization/entra")))))
                    .containsOnly(302);
        }
    }

    private int send(Surfer who, HttpRequest.Builder request) throws Exception {
        request.header("Cookie", "patchbay=" + who.cookie("patchbay"));
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    @FunctionalInterface
    private interface Sending {
        int send(int number) throws Exception;
    }

    private static List<Integer> atOnce(Sending sending) throws Exception {
        return AtOnce.all(IntStream.range(0, AT_ONCE)
                .mapToObj(number -> (Callable<Integer>) () -> sending.send(number))
                .toList());
    }
}
