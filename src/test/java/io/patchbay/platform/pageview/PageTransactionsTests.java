package io.patchbay.platform.pageview;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

/** What one page reads. */
@PortalTest
class PageTransactionsTests {

    @Test
    void allOfAPageShowsTheSameMoment(Portal portal) {
        var pages = portal.bean(PageTransactions.class);
        var request = new MockHttpServletRequest("GET", "/settings/environments");
        var response = new MockHttpServletResponse();
        var page = page(portal, "/settings/environments");
        pages.preHandle(request, response, page);
        try {
            var moment = moment(portal);
            portal.database().execute("select pg_current_xact_id()");
            assertThat(moment(portal)).isEqualTo(moment);
        } finally {
            pages.afterCompletion(request, response, page, null);
        }
        assertThat(PageView.isOpen()).isFalse();
    }

    @Test
    void pagesThatFailGiveTheirTurnBack(Portal portal) {
        var founder = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        for (int i = 0; i < 20; i++) {
            assertThat(founder.visit("/deployments/" + UUID.randomUUID()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(founder.visit("/deployments").statusCode()).isEqualTo(200);
    }

    private static String moment(Portal portal) {
        return portal.bean(JdbcClient.class)
                .sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    private static HandlerMethod page(Portal portal, String path) {
        return portal.endpoints().entrySet().stream()
                .filter(endpoint -> endpoint.getKey().getPatternValues().contains(path)
                        && endpoint.getKey().getMethodsCondition().toString().contains("GET"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
