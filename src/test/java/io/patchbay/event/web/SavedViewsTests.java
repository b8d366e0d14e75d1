package io.patchbay.event.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.SavedViews;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Filters of the log that a person keeps by a name. */
@PortalTest
class SavedViewsTests {

    private static final String BOB = "user@contoso.onmicrosoft.com";
    private static final String PAGE = "/events/views";

    private static UUID view(Portal portal) {
        return portal.database().one("select view_id from event_view", UUID.class);
    }

    @Test
    void aFilterIsKeptFoundRenamedAndDeleted(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.visit("/events?category=COMPANY&q=Conto%26so");
        ada.post(PAGE, "category", "COMPANY", "q", "Conto&so", "name", " Company changes ");
        assertThat(ada.follow().body()).contains("The view &quot;Company changes&quot; was saved.", "Conto&amp;so");
        assertThat(ada.visit(PAGE + "/links").body())
                .contains("href=\"/events?q=Conto%26so&amp;category=COMPANY\"", "Company changes");
        ada.visit(PAGE);
        ada.post(PAGE, "name", "COMPANY CHANGES");
        assertThat(ada.follow().body()).contains("You already have a view named &quot;COMPANY CHANGES&quot;.");
        ada.post(PAGE, "name", "");
        assertThat(ada.follow().body()).contains("Enter a name for the view.");
        ada.visit(PAGE);
        ada.post(PAGE + "/" + view(portal) + "/name", "name", "Ours");
        assertThat(ada.follow().body()).contains("Ours").doesNotContain("Company changes");
        ada.post(PAGE + "/" + view(portal) + "/deletion");
        assertThat(portal.database().count("event_view")).isZero();
    }

    @Test
    void theirNumberIsLimited(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        portal.database().execute("""
                insert into event_view select company_id, gen_random_uuid(), m.tenant_id, m.object_id, 'View ' || i, '/events'
                from member m, generate_series(1, %d) i
                """.formatted(SavedViews.AT_MOST));
        ada.visit(PAGE);
        ada.post(PAGE, "name", "One more");
        assertThat(ada.follow().body()).contains("the limit of 30 saved views");
    }

    @Test
    void nobodyElseSeesThemAndTheyGoWithTheMember(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = new Surfer(portal).signIn(BOB);
        bob.get("/companies");
        bob.post(
                "/companies/" + portal.database().one("select company_id from company", UUID.class)
                        + "/access-requests",
                "reason",
                "x");
        ada.visit("/settings/users/pending");
        ada.post(
                "/settings/users/pending/" + portal.database().one("select request_id from access_request", UUID.class)
                        + "/approval",
                "role",
                "FULL_ADMIN");
        bob.get("/companies");
        bob.post("/companies/" + portal.database().one("select company_id from company", UUID.class) + "/choice");
        bob.visit(PAGE);
        bob.post(PAGE, "name", "Of Bob");
        assertThat(bob.visit(PAGE).body()).contains("Of Bob");
        assertThat(ada.visit(PAGE).body()).contains("There are no saved views yet");
        assertThat(ada.post(PAGE + "/" + view(portal) + "/deletion").statusCode())
                .isEqualTo(404);
        assertThat(ada.post(PAGE + "/" + view(portal) + "/name", "name", "Mine").statusCode())
                .isEqualTo(404);
        var member = portal.database().one("select user_id from member where email = '" + BOB + "'", UUID.class);
        ada.visit("/settings/users");
        ada.post("/settings/users/" + member + "/removal");
        assertThat(portal.database().count("event_view")).isZero();
    }
}
