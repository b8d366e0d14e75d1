package io.patchbay.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.event.chain.SealJob;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.FullTablespace;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import io.patchbay.testsupport.TestDatabase;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What people meet when the database is away or its disk is full: they read why, and nothing is half written. */
@PortalTest
class DatabaseFaultPageTests {

    private static final String INVITATIONS = "/settings/users/invitations";
    private static final int MORE_THAN_A_PAGE_OF_A_TABLE_HOLDS = 30;

    @Test
    @EnabledIf("io.patchbay.testsupport.FullTablespace#canBe")
    void aFullDiskKeepsAllOrNothing(Portal portal) throws Exception {
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
            assertThat(database.count("event where type = 'INVITATION_SENT'")).isEqualTo(sent);
            assertThat(founder.get(INVITATIONS).statusCode()).isEqualTo(200);

            disk.empty();
            assertThat(invite(founder, sent).statusCode()).isLessThan(400);
            assertThat(database.count("invitation")).isEqualTo(sent + 1);
        }
        portal.bean(SealJob.class).sealAll();
        founder.get("/events/verify");
        assertThat(founder.post("/events/verify").body()).contains("The log is intact");
    }

    @Test
    void anAbsentDatabaseIsNamedAndComesBack(Portal portal) throws Exception {
        var founder = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var probe = new Surfer(portal);
        var server = new TestDatabase(portal.database().url().replaceFirst("[^/]*$", "postgres"));
        var name = portal.database().one("select current_database()", String.class);
        server.execute("alter database %s allow_connections false".formatted(name));
        try {
            server.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(name));
            var page = founder.get("/deployments");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body())
                    .contains("Temporarily unavailable", "Patchbay can&#39;t reach its database right now");
            var piece = founder.send(HttpRequest.newBuilder(URI.create(portal.url() + "/deployments"))
                    .header("HX-Request", "true")
                    .header("Accept", "text/html"));
            assertThat(piece.statusCode()).isEqualTo(503);
            assertThat(piece.body())
                    .startsWith("<div class=\"pb-alert\" role=\"alert\"")
                    .contains("Patchbay can&#39;t reach its database right now");
            var json = founder.send(HttpRequest.newBuilder(URI.create(portal.url() + "/api/v1/events"))
                    .header("Authorization", "Bearer pbe_" + "0".repeat(43)));
            assertThat(json.statusCode()).isEqualTo(503);
            assertThat(json.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(json.body()).contains("\"status\":503").doesNotContain("<");
            assertThat(probe.get("/readyz").statusCode()).isEqualTo(503);
            assertThat(probe.get("/livez").statusCode()).isEqualTo(200);
        } finally {
            server.execute("alter database %s allow_connections true".formatted(name));
        }
        await().until(() -> founder.get("/deployments").statusCode() == 200);
    }

    private static HttpResponse<String> invite(Surfer founder, int number) {
        founder.get(INVITATIONS);
        return founder.post(INVITATIONS, "email", "person%d@contoso.com".formatted(number), "role", "READ_ONLY_ADMIN");
    }
}
