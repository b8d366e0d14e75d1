package io.patchbay.company.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Changing roles and removing people. */
@PortalTest
class MembershipTests {

    private static final String BOB = "intune@contoso.onmicrosoft.com";
    private static final Pattern FORM = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Test
    void aRoleChangesWithTheNextRequest(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = join(portal, ada, "READ_ONLY_ADMIN");
        assertThat(bob.get("/settings/environments/new").statusCode()).isEqualTo(403);
        change(portal, ada, BOB, "INTUNE_APP_ADMIN", false);
        assertThat(ada.page().body()).contains("Success - Role of").contains("Intune App Admin");
        assertThat(bob.get("/settings/environments/new").statusCode()).isEqualTo(200);
        assertThat(ada.visit("/events").body()).contains("Role Changed by Ada Marlowe");
    }

    /** What somebody of two companies sent for the one they had before them must not happen in the other. */
    @Test
    void aFormOfOneCompanyIsRefusedOnceAnotherIsChosen(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.foundAnother("Fabrikam");
        ada.visit("/settings/environments/new");
        var form = FORM.matcher(ada.page().body());
        assertThat(form.find()).isTrue();
        var first = portal.database().one("select company_id from company where name = 'Contoso'", UUID.class);
        var fields = new String[] {"_csrf", form.group(1), "name", "Meant for Fabrikam"};

        ada.get("/companies");
        ada.post("/companies/" + first + "/choice");
        assertThat(ada.postRaw("/settings/environments", fields).statusCode()).isEqualTo(403);
        assertThat(portal.database().count("environment where name = 'Meant for Fabrikam'"))
                .isZero();
        ada.visit("/settings/environments/new");
        assertThat(ada.post("/settings/environments", "name", "Meant for Contoso")
                        .statusCode())
                .isEqualTo(302);
        assertThat(portal.database()
                        .one("select company_id from environment where name = 'Meant for Contoso'", UUID.class))
                .isEqualTo(first);
    }

    /** The company that takes its place was never chosen for that form. */
    @Test
    void aFormOfACompanyThatOneWasRemovedFromIsRefusedInTheOther(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = join(portal, ada, "INTUNE_APP_ADMIN");
        var contoso = portal.database().one("select company_id from company", UUID.class);
        bob.foundAnother("Bob's own");
        bob.get("/companies");
        bob.post("/companies/" + contoso + "/choice");
        bob.visit("/settings/environments/new");
        var form = FORM.matcher(bob.page().body());
        assertThat(form.find()).isTrue();
        ada.post("/settings/users/" + idOf(portal, BOB) + "/removal");
        var fields = new String[] {"_csrf", form.group(1), "name", "Meant for Contoso"};
        bob.postRaw("/settings/environments", fields);
        bob.get("/catalog");
        bob.postRaw("/settings/environments", fields);
        assertThat(bob.page().statusCode()).isEqualTo(403);
        assertThat(portal.database().count("environment where name = 'Meant for Contoso'"))
                .isZero();
    }

    @Test
    void whoIsRemovedIsOutWithTheNextRequest(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var bob = join(portal, ada, "FULL_ADMIN");
        assertThat(bob.get("/events").statusCode()).isEqualTo(200);
        ada.post("/settings/users/" + idOf(portal, BOB) + "/removal");
        assertThat(ada.follow().body()).contains("removed").doesNotContain(BOB);
        assertThat(bob.get("/events").statusCode()).isEqualTo(302);
        assertThat(bob.location()).endsWith("/companies");
        assertThat(ada.visit("/events").body()).contains("Removed by Ada Marlowe");
    }

    @Test
    void theLastAdministratorStays(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        join(portal, ada, "FULL_ADMIN");
        change(portal, ada, Contoso.ADMIN, "FULL_ADMIN", false);
        assertThat(ada.page().statusCode()).isEqualTo(409);
        assertThat(ada.page().body()).contains("A company needs at least one Full Admin with Access Management");
        assertThat(ada.post("/settings/users/" + idOf(portal, Contoso.ADMIN) + "/removal")
                        .statusCode())
                .isEqualTo(409);
        change(portal, ada, BOB, "FULL_ADMIN", true);
        assertThat(ada.post("/settings/users/" + idOf(portal, Contoso.ADMIN) + "/removal")
                        .statusCode())
                .isEqualTo(302);
        assertThat(ada.visit("/events").body()).doesNotContain("Role Changed");
    }

    @Test
    void ofTwoAdministratorsWhoDemoteEachOtherAtOnceOneStays(Portal portal) throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            portal.reset();
            var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
            var bob = join(portal, ada, "FULL_ADMIN");
            change(portal, ada, BOB, "FULL_ADMIN", true);
            var adasId = idOf(portal, Contoso.ADMIN);
            var bobsId = idOf(portal, BOB);
            bob.get("/settings/users");
            ada.get("/settings/users");
            Callable<Integer> first = () -> ada.post("/settings/users/" + bobsId + "/role", "role", "READ_ONLY_ADMIN")
                    .statusCode();
            Callable<Integer> second =
                    () -> bob.post("/settings/users/" + adasId + "/removal").statusCode();
            assertThat(AtOnce.all(first, second)).contains(302).hasSize(2);
            assertThat(managing(portal)).isEqualTo(1);
        }
    }

    @Test
    void accessManagementComesWithFullAdminOnly(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        join(portal, ada, "READ_ONLY_ADMIN");
        change(portal, ada, BOB, "INTUNE_APP_ADMIN", true);
        assertThat(ada.page().statusCode()).isEqualTo(400);
        assertThat(ada.page().body()).contains("Access Management requires the Full Admin role");
    }

    @Test
    void aSecondAdministratorIsAskedForWhileThereIsOne(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(ada.visit("/catalog").body())
                .contains("You currently have only one user with Access Management privileges.")
                .contains("Fix Access");
        join(portal, ada, "FULL_ADMIN");
        change(portal, ada, BOB, "FULL_ADMIN", true);
        assertThat(ada.visit("/catalog").body()).doesNotContain("only one user with Access Management");
    }

    private static Surfer join(Portal portal, Surfer ada, String role) {
        var bob = new Surfer(portal).signIn(BOB);
        bob.get("/companies");
        bob.post("/companies/" + id(portal, "select company_id from company") + "/access-requests", "reason", "");
        ada.get("/settings/users/pending");
        ada.post(
                "/settings/users/pending/"
                        + id(portal, "select request_id from access_request where status = 'PENDING'") + "/approval",
                "role",
                role);
        return bob;
    }

    private static void change(Portal portal, Surfer ada, String account, String role, boolean access) {
        ada.get("/settings/users/" + idOf(portal, account));
        ada.post(
                "/settings/users/" + idOf(portal, account) + "/role",
                "role",
                role,
                "accessManagement",
                String.valueOf(access));
        ada.follow();
    }

    private static UUID idOf(Portal portal, String account) {
        return id(
                portal,
                "select user_id from member join company using (company_id) where company.name = 'Contoso' and email = '"
                        + account + "'");
    }

    private static UUID id(Portal portal, String query) {
        return portal.database().one(query, UUID.class);
    }

    private static long managing(Portal portal) {
        return portal.database().count("member where access_management");
    }
}
