package io.patchbay.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.patchbay.platform.access.OpenToAll;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A page that fails while it is written is our fault, and no question of rights. */
@PortalTest
class FailedPageTests {

    private static final RequestMappingInfo BROKEN = RequestMappingInfo.paths("/broken")
            .methods(RequestMethod.GET, RequestMethod.POST)
            .build();

    @BeforeEach
    void breakAPage(Portal portal) throws NoSuchMethodException {
        mapping(portal).registerMapping(BROKEN, new BrokenPage(), BrokenPage.class.getMethod("show"));
    }

    @AfterEach
    void mend(Portal portal) {
        mapping(portal).unregisterMapping(BROKEN);
    }

    @Test
    void itIsTheErrorPageForMembers(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertFailed(ada);
        assertThat(ada.visit("/").statusCode()).isEqualTo(200);
    }

    @Test
    void itIsTheErrorPageForSomebodyWithoutACompany(Portal portal) {
        assertFailed(new Surfer(portal).signIn(Contoso.ADMIN));
    }

    /** What the alert rules watch: each failure of ours is counted, whether the page or the request broke. */
    @Test
    void itIsCounted(Portal portal) {
        var ada = new Surfer(portal).signIn(Contoso.ADMIN);
        var before = failures(portal);
        ada.post("/broken");
        ada.get("/broken");
        ada.get("/address-that-is-none");
        await().untilAsserted(() -> assertThat(failures(portal)).isEqualTo(before + 2));
    }

    private static long failures(Portal portal) {
        return portal.bean(MeterRegistry.class).find("http.server.requests").tag("status", "500").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static void assertFailed(Surfer person) {
        assertThat(person.post("/broken").statusCode()).isEqualTo(500);
        assertThat(person.page().body()).contains("Something went wrong on our side");
        assertThat(person.get("/broken").statusCode()).isEqualTo(500);
        assertThat(person.page().body()).contains("Something went wrong on our side");
    }

    private static RequestMappingHandlerMapping mapping(Portal portal) {
        return portal.beans().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    /** A page without what its template shows. */
    public static class BrokenPage {

        /** Anybody may see it fail. */
        @OpenToAll
        public String show() {
            return "environment/connection";
        }
    }
}
