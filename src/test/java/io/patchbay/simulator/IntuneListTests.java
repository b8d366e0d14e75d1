package io.patchbay.simulator;

import static io.patchbay.simulator.IntunePeer.APPS;
import static io.patchbay.simulator.IntunePeer.at;
import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.simulator.Peer.Reply;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of applications: P11 of intune-in-the-field. */
class IntuneListTests {
    private final IntunePeer intune = IntunePeer.beta(CONTOSO);
    private Controls controls;

    @BeforeEach
    void consented() {
        controls = Peer.fresh();
        controls.grantConsent(CONTOSO);
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        Reply reply = intune.get(APPS + query);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        reply.body()
                .path("value")
                .forEach(app -> names.add(app.path("displayName").asString()));
        return names;
    }

    private static String filter(String filter) {
        return "?$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    @Test
    void aLargeTenantIsListedInPages() {
        controls.applications().fill(CONTOSO, 2000);
        assertThat(intune.get(APPS + "?$expand=assignments").status()).isEqualTo(504);
        Instant begin = Instant.now();
        List<String> seen = new ArrayList<>();
        String next = APPS + "?$expand=assignments&$top=500";
        int pages = 0;
        while (!next.isEmpty()) {
            Reply page = intune.get(next);
            page.body().path("value").forEach(app -> seen.add(app.path("id").asString()));
            assertThat(page.body().path("value").size()).isLessThanOrEqualTo(100);
            next = page.body().path("@odata.nextLink").asString("");
            pages++;
        }
        assertThat(seen).hasSize(2000).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(20);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(intune.get(APPS + "?$top=999").body().path("value").size()).isEqualTo(999);
        assertThat(intune.get(APPS).body().path("value").size()).isEqualTo(100);
        assertThat(intune.get(APPS + "?$top=1001").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "isof('microsoft.graph.win32LobApp')|One,Two",
                "isof('microsoft.graph.iosStoreApp')|",
                "startswith(notes,'patchbay:')|One",
                "isof('microsoft.graph.win32LobApp') and startswith(notes, 'PATCHBAY:1')|One",
                "not startswith(notes,'patchbay:')|Two",
                "displayName eq 'two'|Two",
                "contains(displayName,'w') or displayName eq 'One'|One,Two",
                "(isAssigned eq true)|",
                "isAssigned eq false|One,Two",
            })
    void listsAreFilteredAsGraphCan(String filter, String expected) {
        intune.send("POST", APPS, IntunePeer.win32("Two"));
        intune.send("POST", APPS, IntunePeer.win32("One").replace("\"description\":\"\"", "\"notes\":\"patchbay:1\""));
        assertThat(String.join(",", names(filter(filter) + "&$orderby=displayName")))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contains(notes,'patchbay')",
                "id eq 'x'",
                "displayName eq One",
                "displayName eq 'One",
                "displayName gt 'One'",
                "startswith(notes,'a') startswith(notes,'b')",
                "isof('microsoft.graph.win32LobApp'",
            })
    void otherFiltersAreRefused(String filter) {
        assertThat(intune.get(APPS + filter(filter)).status()).isEqualTo(400);
    }

    @Test
    void otherOptionsAreRefused() {
        assertThat(intune.get(APPS + "?$expand=categories").status()).isEqualTo(400);
        assertThat(intune.get(APPS + "?$orderby=notes").status()).isEqualTo(400);
        assertThat(intune.get(APPS + "?$skip=1").status()).isEqualTo(400);
        String app = intune.create("One");
        assertThat(intune.get(at(app) + "?$select=publishingState").body().propertyNames())
                .containsExactly("@odata.type", "publishingState");
    }

    @Test
    void theServiceMayBeAwayForSomeSeconds() {
        controls.applications().faults().failNext(AppCall.LIST, AppFault.UNAVAILABLE_RETRY_AFTER, 1);
        Reply reply = intune.get(APPS);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.response().headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void batchesReachTheBetaVersionToo() {
        Reply reply = intune.send("POST", "/$batch", """
                {"requests":[{"id":"1","method":"GET","url":"/deviceAppManagement/mobileApps?$top=1"}]}""");
        assertThat(reply.body().at("/responses/0/status").asInt()).isEqualTo(200);
    }
}
