package io.patchbay.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Endpoint;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;

/** Whatever is sent to any address of the portal: a page says what is wrong, nothing is stored, and nothing breaks. */
@PortalTest
class BadInputTests {

    @Test
    void anUnknownParameterIsRefused(Portal portal) {
        walk(portal, endpoint -> endpoint.takesAnyParameter() ? List.of() : List.of("nonsense", "1"));
    }

    @Test
    void aDoubledParameterIsRefused(Portal portal) {
        walk(portal, endpoint -> {
            var name = endpoint.takesAnyParameter()
                    ? "state"
                    : endpoint.parameters().stream()
                            .filter(endpoint::isSingle)
                            .findFirst()
                            .orElse("");
            return name.isEmpty() ? List.of() : List.of(name, Endpoint.plausible(name), name, "another");
        });
    }

    @Test
    void anOversizedParameterIsRefused(Portal portal) {
        walk(portal, endpoint -> {
            var name = endpoint.takesAnyParameter() ? "state" : firstOf(endpoint);
            return name.isEmpty() ? List.of() : List.of(name, "x".repeat(8_001));
        });
    }

    @Test
    void aControlCharacterIsRefused(Portal portal) {
        walk(portal, endpoint -> {
            var name = endpoint.takesAnyParameter() ? "state" : firstOf(endpoint);
            return name.isEmpty() ? List.of() : List.of(name, "a\u0000b");
        });
    }

    @Test
    void aMalformedIdentifierIsRefused(Portal portal) {
        var contoso = Contoso.connected(portal);
        var before = portal.database().rowCounts();
        for (var endpoint : Endpoint.all(portal)) {
            if (endpoint.hasVariable()) {
                for (var nonsense :
                        List.of("1", "null", "'--", "0000", "x".repeat(300), "%00", "..%2f..", "%F0%28%8C%28")) {
                    var address = endpoint.pattern().replaceAll("\\{\\w+}", nonsense);
                    assertRefused(endpoint, endpoint.call(contoso.personFor(endpoint), address));
                }
            }
        }
        assertThat(portal.database().rowCounts()).isEqualTo(before);
    }

    @Test
    void aMethodThatAnAddressDoesNotTakeIsRefused(Portal portal) {
        var contoso = Contoso.connected(portal);
        var ids = contoso.identifiers();
        var before = portal.database().rowCounts();
        var all = Endpoint.all(portal);
        for (var endpoint : all) {
            if (endpoint.method() == RequestMethod.GET
                    && all.stream()
                            .noneMatch(other -> other.pattern().equals(endpoint.pattern())
                                    && other.method() == RequestMethod.POST)) {
                assertRefused(endpoint, contoso.personFor(endpoint).post(endpoint.address(ids)));
            }
        }
        assertThat(portal.database().rowCounts()).isEqualTo(before);
    }

    private interface Fields {
        List<String> of(Endpoint endpoint);
    }

    private static void walk(Portal portal, Fields badly) {
        var contoso = Contoso.connected(portal);
        var ids = contoso.identifiers();
        var before = portal.database().rowCounts();
        var tried = new ArrayList<String>();
        for (var endpoint : Endpoint.all(portal)) {
            var fields = badly.of(endpoint);
            if (!fields.isEmpty()) {
                tried.add(endpoint.toString());
                assertRefused(
                        endpoint,
                        endpoint.call(
                                contoso.personFor(endpoint), endpoint.address(ids), fields.toArray(String[]::new)));
            }
        }
        assertThat(tried).hasSizeGreaterThan(8);
        assertThat(portal.database().rowCounts()).isEqualTo(before);
    }

    private static void assertRefused(Endpoint endpoint, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(endpoint + "\n" + answer.body()).isBetween(400, 499);
        assertThat(answer.body())
                .as(endpoint.toString())
                .contains(endpoint.toString().contains(" /api/") ? "\"detail\":" : "<h1")
                .doesNotContain("Exception", "at io.patchbay", "org.springframework");
    }

    private static String firstOf(Endpoint endpoint) {
        return endpoint.parameters().stream().findFirst().orElse("");
    }
}
