package io.patchbay.company.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Deleting a company: only a free one, only by its name, and then nobody is in it and nothing shows it. */
@PortalTest
class CompanyDeletionTests {

    private static final String PAGE = "/settings/company/delete";
    private static final String BOB = "user@contoso.onmicrosoft.com";
    private static final String FELIX = "admin@fabrikam.onmicrosoft.com";
    private static final Pattern INVITATION = Pattern.compile("/invitations/[\\w-]{43}");

    @Test
    void aConnectedCompanyStaysUntilItIsDisconnected(Portal portal) {
        var ada = connected(portal);
        assertThat(ada.visit("/settings/company").body())
                .contains("Delete these connections first:")
                .contains("The Intune tenant Contoso is connected to the environment Default Environment.")
                .contains("Go to Environments")
                .doesNotContain(PAGE);
        assertThat(ada.get(PAGE).statusCode()).isEqualTo(409);
        assertThat(delete(ada, "Contoso").statusCode()).isEqualTo(409);
        assertThat(ada.page().body())
                .contains("An Intune tenant is still connected")
                .contains("Settings | Environments");
        portal.database().execute("update intune_connection set disconnecting = true");
        assertThat(ada.visit("/settings/company").body())
                .contains("The Intune tenant Contoso is being disconnected from the environment Default Environment.");
        assertThat(delete(ada, "Contoso").statusCode()).isEqualTo(409);
        portal.database().execute("update intune_connection set disconnecting = false");
        disconnect(ada);
        assertThat(delete(ada, "Contoso").body()).contains("Success - Company deleted");
    }

    @Test
    void thePageSaysWhatGoesAndWhatStays(Portal portal) {
        var ada = connected(portal);
        ada.post("/settings/environments/" + ada.environment() + "/license/trial", "devices", "250", "plan", "plus");
        disconnect(ada);
        join(portal, ada);
        invite(ada);
        askToComeIn(portal, "appadmin@contoso.onmicrosoft.com");

        assertThat(ada.visit("/settings/company").body()).contains("Delete Company…");
        assertThat(ada.visit(PAGE).body())
                .contains("Delete the company Contoso?")
                .contains("access of all 2 members")
                .contains("1 open invitation")
                .contains("1 pending access request")
                .contains("contact and billing email addresses")
                .contains("Trial lost: Plus in the environment Default Environment, running until")
                .contains("the event log until its retention period ends");
        portal.database().execute("update license set kind = 'KEY', key_id = gen_random_uuid(), key_ending = 'AAAAA'");
        assertThat(ada.visit(PAGE).body())
                .contains("License lost: Plus for 250 devices in the environment Default Environment, valid until");
        portal.microsoft().controls().advanceClock(Duration.ofDays(40));
        assertThat(ada.visit(PAGE).body())
                .contains("Delete the company Contoso?")
                .doesNotContain("License lost");
    }

    @Test
    void theNameHasToBeTypedLetterByLetter(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        for (var typed : List.of("", "contoso", "Contoso ", "Contosoo")) {
            assertThat(delete(ada, typed).body()).contains("The name doesn&#39;t match.");
        }
        assertThat(count(portal, "company where deleted_at is null")).isEqualTo(1);
    }

    @Test
    void whoeverDoesNotManageAccessCannotDelete(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = join(portal, ada);
        portal.database().execute("update member set role = 'FULL_ADMIN' where email = '" + BOB + "'");
        assertThat(bob.visit("/settings/company").body()).contains("Company ID").doesNotContain("Delete company");
        assertThat(bob.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(delete(bob, "Contoso").statusCode()).isEqualTo(403);
        assertThat(count(portal, "company where deleted_at is null")).isEqualTo(1);
    }

    @Test
    void everybodyIsOutAndTheEventLogStays(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = join(portal, ada);
        bob.post("/companies/" + company(portal) + "/choice", "remember", "true");
        assertThat(bob.get("/events").statusCode()).isEqualTo(200);
        askToComeIn(portal, "appadmin@contoso.onmicrosoft.com");
        invite(ada);
        saveViewAndTemplate(portal, bob);
        var events = count(portal, "event");

        assertThat(delete(ada, "Contoso").body())
                .contains("Success - Company deleted")
                .contains("The company Contoso has been deleted")
                .contains("https://entra.microsoft.com/" + Contoso.TENANT);

        assertThat(bob.get("/events").statusCode()).isEqualTo(302);
        assertThat(bob.location()).endsWith("/companies");
        assertThat(ada.visit("/catalog").body()).contains("Create a company");
        assertThat(portal.database().rowCounts())
                .containsEntry("member", 0L)
                .containsEntry("invitation", 0L)
                .containsEntry("access_request", 0L)
                .containsEntry("remembered_company", 0L)
                .containsEntry("event_view", 0L)
                .containsEntry("deployment_template", 0L)
                .containsEntry("quick_deployment", 0L);
        assertThat(count(portal, "company where contact_email = '' and billing_email is null"))
                .isEqualTo(1);
        assertThat(count(portal, "event")).isEqualTo(events + 1);
        assertThat(count(
                        portal,
                        "event where title = 'Company Deleted' and actor_name = 'Ada Marlowe'"
                                + " and details::text like '%\"2\"%'"))
                .isEqualTo(1);
    }

    private static void saveViewAndTemplate(Portal portal, Surfer surfer) {
        surfer.visit("/events/views");
        surfer.post("/events/views", "name", "Everything");
        portal.database().execute("""
                insert into deployment_template (company_id, template_id, name, defaults, changed_at, changed_by)
                select company_id, gen_random_uuid(), 'Standard', '{}', now(), 'Bob' from company
                """);
        portal.database().execute("""
                insert into quick_deployment (company_id, quick_deployment_id, person_tenant_id, person_object_id, person_name,
                  person_email, started_at)
                select company_id, gen_random_uuid(), company_id, company_id, 'Bob', 'bob@contoso.com', now() from company
                """);
        for (var table : List.of("event_view", "deployment_template", "quick_deployment")) {
            assertThat(count(portal, table)).as(table).isEqualTo(1);
        }
    }

    @Test
    void nobodyFindsItAnyMore(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var link = INVITATION.matcher(invite(ada).body());
        assertThat(link.find()).isTrue();
        var company = company(portal);
        delete(ada, "Contoso");

        var bob = new Surfer(portal).signIn(BOB);
        assertThat(bob.visit("/companies").body()).contains("Create a company").doesNotContain("Contoso</strong>");
        assertThat(bob.post("/companies/" + company + "/access-requests", "reason", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(bob.post("/companies/" + company + "/choice").statusCode()).isEqualTo(404);
        var felix = new Surfer(portal).signIn(FELIX);
        assertThat(felix.visit(link.group()).statusCode()).isEqualTo(404);
        assertThat(felix.post(link.group()).statusCode()).isEqualTo(404);
        assertThat(count(portal, "member")).isZero();
    }

    @Test
    void anotherCompanyOfTheSameNameAndTenantCanBeFoundedButGetsNoSecondTrial(Portal portal) {
        var ada = connected(portal);
        ada.post("/settings/environments/" + ada.environment() + "/license/trial", "devices", "250", "plan", "plus");
        disconnect(ada);
        delete(ada, "Contoso");

        ada.foundAnother("Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        assertThat(ada.page().body()).contains("Intune Tenant Connected Successfully");
        ada.post("/settings/environments/" + ada.environment() + "/license/trial", "devices", "250", "plan", "plus");
        assertThat(ada.follow().body()).contains("This Intune tenant has already used its free trial");
        assertThat(ada.visit("/events").body()).doesNotContain("Company Deleted");
    }

    @Test
    void ofTwoWhoDeleteAtOnceBothAreToldAndThereIsOneEvent(Portal portal) throws InterruptedException {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var again = new Surfer(portal).signIn(Contoso.ADMIN);
        again.get(PAGE);
        ada.get(PAGE);
        Callable<Integer> first =
                () -> ada.post(PAGE, "confirmation", "Contoso").statusCode();
        Callable<Integer> second =
                () -> again.post(PAGE, "confirmation", "Contoso").statusCode();
        assertThat(AtOnce.all(first, second)).allMatch(status -> status == 302);
        assertThat(count(portal, "event where title = 'Company Deleted'")).isEqualTo(1);
    }

    @Test
    void whatIsBeingConnectedWhenItIsDeletedIsNotConnected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var environment = ada.environment();
        portal.microsoft().controls().consentDelay(Contoso.TENANT, 1_000);
        assertThat(ada.connect(environment, Contoso.ADMIN).page().body()).contains("Verifying");
        assertThat(delete(ada, "Contoso").body()).contains("Success - Company deleted");
        portal.microsoft().controls().endConsentDelay(Contoso.TENANT);
        await().until(() -> count(portal, "consent_attempt where step = 'FAILED'") == 1);

        assertThat(count(portal, "consent_attempt where problem = 'COMPANY_GONE'"))
                .isEqualTo(1);
        assertThat(portal.database().rowCounts())
                .containsEntry("intune_connection", 0L)
                .containsEntry("tenant_claim", 0L);
    }

    @Test
    void ofDeletingAndConnectingAtOnceOneWins(Portal portal) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            portal.reset();
            var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
            var connecting = new Surfer(portal).signIn(Contoso.ADMIN);
            connecting.startConnecting(connecting.environment()).enterAccount(Contoso.ADMIN);
            ada.get(PAGE);
            Callable<Integer> first = () -> {
                connecting.atMicrosoft("consent", "decision", "accept");
                return connecting.follow().statusCode();
            };
            Callable<Integer> second =
                    () -> ada.post(PAGE, "confirmation", "Contoso").statusCode();
            AtOnce.all(first, second);
            await().until(() -> count(portal, "consent_attempt where step = 'VERIFYING'") == 0);
            var connections = count(portal, "intune_connection");
            assertThat(connections + count(portal, "company where deleted_at is not null"))
                    .isEqualTo(1);
            assertThat(count(portal, "tenant_claim")).isEqualTo(connections);
        }
    }

    @Test
    void ofDeletingAndComingInAtOnceNobodyIsLeftInside(Portal portal) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            portal.reset();
            var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
            var link = INVITATION.matcher(invite(ada).body());
            assertThat(link.find()).isTrue();
            var felix = new Surfer(portal).signIn(FELIX);
            felix.visit(link.group());
            var bob = new Surfer(portal).signIn(BOB);
            bob.get("/companies");
            var company = company(portal);
            ada.get(PAGE);
            Callable<Integer> accept = () -> felix.post(link.group()).statusCode();
            Callable<Integer> ask = () -> bob.post("/companies/" + company + "/access-requests", "reason", "")
                    .statusCode();
            Callable<Integer> delete =
                    () -> ada.post(PAGE, "confirmation", "Contoso").statusCode();
            assertThat(AtOnce.all(accept, ask, delete)).allMatch(status -> status == 302 || status == 404);
            assertThat(count(portal, "company where deleted_at is not null")).isEqualTo(1);
            assertThat(count(portal, "member")).isZero();
            assertThat(count(portal, "access_request")).isZero();
        }
    }

    private static HttpResponse<String> delete(Surfer surfer, String typed) {
        surfer.post(PAGE, "confirmation", typed);
        return surfer.follow();
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }

    private static void disconnect(Surfer ada) {
        var page = "/settings/environments/" + ada.environment() + "/intune/delete";
        ada.get(page);
        ada.post(page);
        var progress = ada.location();
        await().pollInterval(Duration.ofMillis(30))
                .until(() -> !ada.visit(progress).body().contains("Disconnecting…"));
    }

    private static HttpResponse<String> invite(Surfer ada) {
        ada.get("/settings/users/invitations");
        ada.post("/settings/users/invitations", "email", "felix@example.com", "role", "FULL_ADMIN");
        return ada.follow();
    }

    private static Surfer askToComeIn(Portal portal, String account) {
        var surfer = new Surfer(portal).signIn(account);
        surfer.get("/companies");
        surfer.post("/companies/" + company(portal) + "/access-requests", "reason", "");
        return surfer;
    }

    private static Surfer join(Portal portal, Surfer ada) {
        var bob = askToComeIn(portal, BOB);
        var request = text(portal, "select request_id from access_request where status = 'PENDING'");
        ada.get("/settings/users/pending");
        ada.post("/settings/users/pending/" + request + "/approval", "role", "READ_ONLY_ADMIN");
        return bob;
    }

    private static String company(Portal portal) {
        return text(portal, "select company_id from company where deleted_at is null");
    }

    private static String text(Portal portal, String query) {
        return portal.database().one(query, String.class);
    }

    private static long count(Portal portal, String what) {
        return portal.database().count(what);
    }
}
