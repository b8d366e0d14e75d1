package io.patchbay.ui.layout;

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
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What a browser loads for the first page it ever sees of the portal, and for the next one: the bytes of all answers, compressed. */
@PortalTest
class FirstLoadTests {

    private static final int FIRST_AT_MOST = 90 * 1024;
    private static final int NEXT_AT_MOST = 8 * 1024;

    private static final Pattern LOADED = Pattern.compile(
            "(?:<(?:link|img|script)[^>]*(?:href|src)=\"(/[^\"]+)\")|(?:^import [^;]*'\\./([a-z-]+\\.js)';$)",
            Pattern.MULTILINE);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void pagesAreSmallAndEverythingElseIsKept(Portal portal) throws Exception {
        var founder = Contoso.connected(portal).founder();
        for (var page : new String[] {"/overview", "/catalog", "/settings/environments", "/events", "/deployments"}) {
            var loaded = load(portal, founder, page);
            var first = loaded.values().stream().mapToInt(Integer::intValue).sum();

            assertThat(first).as("first load of " + page + ": " + loaded).isLessThanOrEqualTo(FIRST_AT_MOST);
            assertThat(loaded.get(page)).as("next load of " + page).isLessThanOrEqualTo(NEXT_AT_MOST);
        }
    }

    /** Every address that a page loads, with the bytes of its answer. */
    private Map<String, Integer> load(Portal portal, Surfer who, String page) throws IOException, InterruptedException {
        var loaded = new LinkedHashMap<String, Integer>();
        var next = new ArrayDeque<String>();
        next.add(page);
        while (!next.isEmpty()) {
            var address = next.pop();
            if (!loaded.containsKey(address)) {
                var answer = get(portal, who, address);
                loaded.put(address, answer.body().length);
                if (address.matches("/(assets|webjars)/.*")) {
                    assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                            .as(address)
                            .contains("max-age=31536000", "immutable");
                }
                var folder = address.substring(0, address.lastIndexOf('/') + 1);
                LOADED.matcher(text(answer))
                        .results()
                        .forEach(found -> next.add(found.group(1) == null ? folder + found.group(2) : found.group(1)));
            }
        }
        return loaded;
    }

    private HttpResponse<byte[]> get(Portal portal, Surfer who, String address)
            throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(portal.url() + address))
                        .header("Accept-Encoding", "gzip")
                        .header("Cookie", "patchbay=" + who.cookie("patchbay"))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers().firstValue("Content-Encoding").isEmpty()) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        assertThat(String.join(",", answer.headers().allValues("Vary"))).containsIgnoringCase("accept-encoding");
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
