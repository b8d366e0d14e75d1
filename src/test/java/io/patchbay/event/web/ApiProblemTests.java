package io.patchbay.event.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with a request of a program, the answer is a problem in JSON and never a page. */
@PortalTest
class ApiProblemTests {

    private static final Pattern TOKEN = Pattern.compile("pbe_[\\w-]{43}");
    private final JsonMapper json = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/events?after=abc, application/json, 400",
        "GET, /api/v1/events?after=, application/json, 200",
        "GET, /api/v1/events?after=-1, application/json, 400",
        "GET, /api/v1/events?after=9999, application/json, 400",
        "GET, /api/v1/events?after=99999999999999999999, application/json, 400",
        "GET, /api/v1/events?after=1&after=2, application/json, 400",
        "GET, /api/v1/events?limit=1.5, */*, 400",
        "GET, /api/v1/events?limit=1001, */*, 400",
        "GET, /api/v1/events?after=%ff%fe, */*, 400",
        "GET, /api/v1/events, text/html, 406",
        "GET, /api/v1/events, nonsense, 406",
        "POST, /api/v1/events, application/json, 405",
        "PUT, /api/v1/events, application/json, 405",
        "DELETE, /api/v1/events, text/html, 405",
        "GET, /api/v1/nothing, application/json, 404",
        "GET, /api/v2/events, text/html, 404",
        "GET, /api, */*, 404",
        "POST, /api/nothing, application/json, 404",
        "GET, /api/v1/events;x=1, */*, 400",
        "GET, /api/v1//events, */*, 400"
    })
    void everyRefusalIsAProblemInJson(String method, String path, String accepts, int status, Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var token = TOKEN.matcher(
                ada.post("/settings/streaming/tokens", "name", "SIEM").body());
        assertThat(token.find()).isTrue();
        var answer = new Surfer(portal)
                .send(HttpRequest.newBuilder(URI.create(portal.url() + path))
                        .method(method, BodyPublishers.noBody())
                        .header("Accept", accepts)
                        .header("Authorization", "Bearer " + token.group()));
        expect(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body(), status);
    }

    @Test
    void theDescriptionNamesItsServer(Portal portal) {
        var description =
                json.readTree(new Surfer(portal).get("/api/v1/openapi.json").body());
        assertThat(description.at("/servers/0/url").asString()).isEqualTo("/");
    }

    private void expect(int status, String type, String body, int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        if (expected < 400) {
            assertThat(type).startsWith("application/json");
            return;
        }
        assertThat(type).startsWith("application/problem+json");
        var problem = json.readTree(body);
        assertThat(problem.get("status").asInt()).isEqualTo(expected);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("isnt", "wasnt", "doesnt");
    }

    @ParameterizedTest
    @CsvSource({"GET, 401", "POST, 405", "PATCH, 405"})
    void alsoForWhoeverHasNoToken(String method, int status, Portal portal) {
        var answer = new Surfer(portal)
                .send(HttpRequest.newBuilder(URI.create(portal.url() + "/api/v1/events?after=abc"))
                        .method(method, BodyPublishers.noBody())
                        .header("Accept", "*/*"));
        expect(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body(), status);
    }
}
