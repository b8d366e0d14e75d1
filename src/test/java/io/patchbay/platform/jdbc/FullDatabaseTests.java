package io.patchbay.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.FullTablespace;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A disk that is full under PostgreSQL: nothing is half written, and who pressed Save reads why. */
@PortalTest
class FullDatabaseTests {

    private static final String INVITATIONS = "/settings/users/invitations";
    private static final int MORE_THAN_A_PAGE_OF_A_TABLE_HOLDS = 30;

    @Test
    @EnabledIf("io.patchbay.testsupport.FullTablespace#canBe")
    void saysSoAndKeepsAllOrNothing(Portal portal) throws Exception {
        var founder = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var database = portal.database();
        var log = database.all("select relname from pg_class where relispartition and relkind = 'r'", String.class);
        try (var disk = new FullTablespace(database)) {
            disk.fill(log);
            var sent = 0;
            var answer = invite(founder, sent);
            while (answer.statusCode() < 400 && sent < MORE_THAN_A_PAGE_OF_A_TABLE_HOLDS) {
                answer = invite(founder, ++sent);
            }
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("The disk of Patchbay&#39;s database is full, so nothing was saved")
                    .doesNotContain("SQL", "extend");
            assertThat(database.count("invitation")).isEqualTo(sent);
            assertThat(database.count("event where type = 'INVITATION_SENT'"))
                    .isEqualTo(sent);
            assertThat(founder.get(INVITATIONS).statusCode()).isEqualTo(200);

            disk.empty();
            assertThat(invite(founder, sent).statusCode()).isLessThan(400);
            assertThat(database.count("invitation")).isEqualTo(sent + 1);
        }
        founder.get("/events/verify");
        assertThat(founder.post("/events/verify").body()).contains("The log is intact");
    }

    private static HttpResponse<String> invite(Surfer founder, int number) {
        founder.get(INVITATIONS);
        return founder.post(
                INVITATIONS, "email", "person%d@contoso.com".formatted(number), "role", "READ_ONLY_ADMIN");
    }
}
