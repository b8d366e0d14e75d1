package io.patchbay.company.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;

/** Inviting people by e-mail: one link, one person, once. */
@PortalTest
class InvitationTests {

    private static final Pattern LINK = Pattern.compile("/invitations/[\\w-]{43}");
    private static final String FELIX = "admin@fabrikam.onmicrosoft.com";
    private static final String GONE = "This invitation is no longer valid";

    @Test
    void aMailLetsSomebodyIn(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        invite(ada, "felix@example.com", "INTUNE_APP_ADMIN");
        assertThat(ada.page().body()).contains("Success - Invitation sent to felix@example.com");
        var mail = portal.microsoft().mailbox().mails().getFirst();
        assertThat(mail.to()).contains("felix@example.com");
        assertThat(mail.subject()).isEqualTo("You're invited to Contoso on Patchbay");

        var felix = new Surfer(portal);
        felix.visit(linkIn(mail.text()));
        assertThat(felix.page().body()).contains("Sign in to Patchbay");
        felix.signIn(FELIX);
        assertThat(felix.page().body())
                .contains("Join Contoso")
                .contains("Ada Marlowe invited you to Contoso as Intune App Admin.");
        felix.post(linkIn(mail.text()));
        assertThat(felix.follow().body()).contains("App Catalog").contains("Contoso");
        assertThat(felix.get("/settings/environments/new").statusCode()).isEqualTo(200);
        assertThat(ada.visit("/settings/users/invitations").body()).doesNotContain("felix@example.com");
        assertThat(ada.visit("/events").body())
                .contains("Invitation Sent to felix@example.com")
                .contains("User Account Created for Felix Arden");
    }

    /** Names of companies are checked on the way in; this is about those that are there already. */
    @Test
    void nothingInANameBecomesAHeaderOfTheMail(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        portal.database()
                .execute("update company set name = E'Contoso\\r\\nBcc: mallory@evil.example\\r\\n\\r\\nForged'");
        invite(ada, "felix@example.com", "READ_ONLY_ADMIN");
        assertThat(portal.microsoft().mailbox().mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("[felix@example.com]");
            assertThat(mail.subject())
                    .isEqualTo("You're invited to Contoso Bcc: mallory@evil.example Forged on Patchbay");
            assertThat(mail.headers()).doesNotContainKey("Bcc");
            assertThat(mail.text()).doesNotStartWith("Forged").containsPattern(LINK);
        });
    }

    @Test
    void aLinkWorksOnceWhoeverItIsForwardedTo(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var link = linkIn(invite(ada, "felix@example.com", "READ_ONLY_ADMIN").body());
        var first = new Surfer(portal).signIn("user@contoso.onmicrosoft.com");
        first.get(link);
        first.post(link);
        first.follow();
        assertThat(first.page().body()).contains("App Catalog");
        var second = new Surfer(portal).signIn(FELIX);
        assertThat(second.visit(link).statusCode()).isEqualTo(404);
        assertThat(second.page().body()).contains(GONE);
        assertThat(second.post(link).statusCode()).isEqualTo(404);
        assertThat(first.visit(link).body()).contains(GONE);
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneComesIn(Portal portal) throws InterruptedException {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var link = linkIn(invite(ada, "felix@example.com", "READ_ONLY_ADMIN").body());
        var first = new Surfer(portal).signIn("user@contoso.onmicrosoft.com");
        var second = new Surfer(portal).signIn(FELIX);
        first.visit(link);
        second.visit(link);
        Callable<Integer> one = () -> first.post(link).statusCode();
        Callable<Integer> two = () -> second.post(link).statusCode();
        assertThat(AtOnce.all(one, two)).contains(302).anyMatch(status -> status == 404 || status == 409);
        assertThat(portal.database().rowCounts()).containsEntry("member", 2L);
    }

    @Test
    void aLinkIsValidForSixtyDays(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var link = linkIn(invite(ada, "felix@example.com", "READ_ONLY_ADMIN").body());
        portal.microsoft().controls().advanceClock(Duration.ofDays(59));
        assertThat(new Surfer(portal).signIn(FELIX).visit(link).body()).contains("Join Contoso");
        portal.microsoft().controls().advanceClock(Duration.ofDays(2));
        var felix = new Surfer(portal).signIn(FELIX);
        assertThat(felix.visit(link).body()).contains(GONE);
        assertThat(felix.post(link).statusCode()).isEqualTo(404);
        assertThat(ada.visit("/settings/users/invitations").body()).contains("Expired");
    }

    @Test
    void anotherLinkTakesThePlaceOfTheOneBefore(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var before = linkIn(invite(ada, "felix@example.com", "READ_ONLY_ADMIN").body());
        ada.post("/settings/users/invitations/" + invitation(portal) + "/resend");
        var after = linkIn(ada.follow().body());
        var felix = new Surfer(portal).signIn(FELIX);
        assertThat(felix.visit(before).body()).contains(GONE);
        assertThat(felix.visit(after).body()).contains("Join Contoso");
        ada.post("/settings/users/invitations/" + invitation(portal) + "/removal");
        assertThat(ada.follow().body()).contains("Success - Invitation for felix@example.com deleted");
        assertThat(felix.visit(after).body()).contains(GONE);
        assertThat(portal.microsoft().mailbox().mails()).hasSize(2);
    }

    @Test
    void anAddressIsInvitedOnceAtATime(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        invite(ada, "felix@example.com", "READ_ONLY_ADMIN");
        assertThat(invite(ada, "Felix@Example.com", "FULL_ADMIN").statusCode()).isEqualTo(409);
        assertThat(invite(ada, "nonsense", "FULL_ADMIN").body()).contains("Enter a valid email address.");
        assertThat(portal.database().rowCounts()).containsEntry("invitation", 1L);
    }

    @Test
    void whoIsAMemberAlreadyIsToldSo(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var link = linkIn(invite(ada, "ada@example.com", "READ_ONLY_ADMIN").body());
        ada.get(link);
        assertThat(ada.post(link).statusCode()).isEqualTo(409);
        assertThat(ada.page().body()).contains("re already a member of this company.");
    }

    @Test
    void withoutAMailServerTheLinkIsHandedOver(Portal portal) {
        var port = TestSocketUtils.findAvailableTcpPort();
        var home = "http://localhost:" + port;
        try (var another =
                portal.another(port, java.util.Map.of("spring.mail.port", 1, "patchbay.portal.base-url", home))) {
            assertThat(another.isRunning()).isTrue();
            var ada = new Surfer(portal, home).foundCompany(Contoso.ADMIN, "Contoso");
            assertThat(invite(ada, "felix@example.com", "READ_ONLY_ADMIN").body())
                    .contains("t be sent. Share the link yourself.")
                    .containsPattern(LINK);
        }
    }

    @Test
    void noLinkIsKept(Portal portal) throws SQLException {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var token = linkIn(invite(ada, "felix@example.com", "READ_ONLY_ADMIN").body())
                .substring("/invitations/".length());
        assertThat(ada.visit("/settings/users/invitations").body()).doesNotContain(token);
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement()
                        .executeQuery(
                                "select invitation::text from invitation union all select event::text from event")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(token);
            }
        }
    }

    private static java.net.http.HttpResponse<String> invite(Surfer ada, String email, String role) {
        ada.get("/settings/users/invitations");
        ada.post("/settings/users/invitations", "email", email, "role", role);
        return ada.follow();
    }

    private static String linkIn(String text) {
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    private static UUID invitation(Portal portal) {
        return portal.database().one("select invitation_id from invitation", UUID.class);
    }
}
