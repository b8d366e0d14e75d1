package io.patchbay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.ui.Gallery;
import io.patchbay.ui.GalleryClient;
import io.patchbay.ui.GalleryTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is around every page: the navigation, banners, results, the appearance, the correlation ID, what is cached. */
@GalleryTest
class PageLayoutTests {

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
    }

    @Test
    void theNavigationIsInOrderAndMarksThePage() {
        String page = this.client.get("/gallery/events").body();
        assertThat(all(page, "class=\"pb-nav-link\"\\s+href=\"([^\"]+)\""))
                .containsExactly(
                        "/gallery/catalog",
                        "/gallery/deployments",
                        "/gallery/events",
                        "/gallery/company",
                        "/gallery/users",
                        "/gallery/environments");
        assertThat(all(page, "href=\"([^\"]+)\"\\s+aria-current=\"page\"")).containsExactly("/gallery/events");
        assertThat(page).contains("<title>Events · Patchbay</title>");
    }

    @Test
    void theMostSevereBannerComesFirst() {
        assertThat(all(this.client.get("/gallery/events").body(), "class=\"pb-banner\"\\s+data-tone=\"(\\w+)\""))
                .containsExactly("warning", "info");
    }

    @Test
    void piecesRedirectsAndBarePagesAskNobodyForTheFrame() {
        this.mood.broken = true;
        assertThat(this.client.get("/gallery/piece").statusCode()).isEqualTo(200);
        assertThat(this.client.get("/gallery/bare").statusCode()).isEqualTo(200);
        assertThat(this.client.get("/gallery/events").statusCode()).isEqualTo(500);
    }

    @Test
    void resultsSurviveTheRedirectOnce() {
        HttpResponse<String> saved = this.client.post(
                "/gallery/company",
                Map.of("name", "<Contoso>", "email", "it@contoso.com", "country", "DE", "terms", "true"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(this.client.get("/gallery/events").body())
                .contains("Success - &lt;Contoso&gt; updated", "Failed - The invitation was not sent");
        assertThat(this.client.get("/gallery/events").body()).doesNotContain("Success - ");
    }

    @ParameterizedTest
    @CsvSource({
        "/gallery/events?before=a%20b&{x}=1, /gallery/events?before=a%20b&{x}=1",
        "//evil.example, /",
        "/\\evil.example, /",
        "https://evil.example, /",
        "javascript:alert(1), /",
        "'', /",
        "'/x y', /"
    })
    void choosingAnAppearanceLeadsBackButNeverAway(String back, String expected) {
        HttpResponse<String> answer = this.client.post("/preferences/theme", Map.of("theme", "dark", "back", back));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue(expected);
        assertThat(this.client.get("/gallery").body()).contains("data-bs-theme=\"dark\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DARK", "pink", "dark\r\nSet-Cookie: x=y"})
    void anUnknownAppearanceIsRefused(String theme) {
        HttpResponse<String> answer = this.client.post("/preferences/theme", Map.of("theme", theme));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("theme");
    }

    @Test
    void withoutAChoiceTheDeviceDecides() {
        assertThat(this.client.get("/gallery").body()).doesNotContain("data-bs-theme=");
        assertThat(this.client.get("/gallery", "Cookie", "theme=\"><script>").body())
                .doesNotContain("data-bs-theme=");
    }

    @Test
    void eachRequestHasItsOwnCorrelationIdWhateverTheClientSays() {
        HttpResponse<String> first = this.client.get("/help", "X-Correlation-Id", "mine");
        HttpResponse<String> second = this.client.get("/nothing");
        assertThat(first.headers().allValues("X-Correlation-Id"))
                .singleElement()
                .asString()
                .matches("[0-9a-f-]{36}")
                .isNotEqualTo(second.headers().firstValue("X-Correlation-Id").orElseThrow());
    }

    @Test
    void ownFilesCarryTheirHashAndAreKeptForAYear() {
        String page = this.client.get("/help").body();
        List<String> files = all(page, "(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)\"");
        assertThat(files).anyMatch(file -> file.matches("/assets/app-[0-9a-f]{32}\\.css"));
        assertThat(files).anyMatch(file -> file.matches("/assets/icons-[0-9a-f]{32}\\.css"));
        assertThat(files).anyMatch(file -> file.startsWith("/webjars/bootstrap/5."));
        for (String file : files) {
            HttpResponse<String> answer = this.client.get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
        }
    }

    @Test
    void modulesThatAreImportedCarryTheHashOfAllOfThem() throws IOException {
        String folder = all(
                        this.client.get("/help").body(),
                        "<script type=\"module\" src=\"(/assets/js/[0-9a-f]{32}/)app.js\"")
                .getFirst();
        var modules = new ArrayDeque<String>(List.of("app.js"));
        var read = new HashSet<String>();
        while (!modules.isEmpty()) {
            String module = modules.pop();
            if (read.add(module)) {
                HttpResponse<String> answer = this.client.get(folder + module);
                assertThat(answer.statusCode()).as(module).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/javascript");
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .contains("max-age=31536000");
                modules.addAll(all(answer.body(), "(?m)^import [^;]*'\\./([a-z-]+\\.js)';$"));
            }
        }
        try (var files = Files.list(Path.of("src/main/resources/static/assets/js"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(read);
        }
        assertThat(this.client
                        .get("/assets/js/0123456789abcdef0123456789abcdef/app.js")
                        .statusCode())
                .as("a module of another release is never mistaken for one of this")
                .isEqualTo(404);
    }

    @Test
    void aWaitingPageLoadsItselfAgainWithoutJavaScript() {
        assertThat(this.client.get("/gallery/waiting").body())
                .containsPattern("<noscript>\\s*<meta http-equiv=\"refresh\" content=\"3\">\\s*</noscript>");
        assertThat(this.client.get("/gallery/bare").body()).doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void apostrophesAreShownOnce() {
        assertThat(this.client.get("/help").body()).contains("Application Administrator isn&#39;t enough");
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
