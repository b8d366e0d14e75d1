package io.patchbay.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.simulator.Controls;
import io.patchbay.simulator.Outage;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entra ID security groups that give access to a company. */
@PortalTest
class GroupTests {

    private static final String USER = "user@contoso.onmicrosoft.com";
    private static final String INES = "intune@contoso.onmicrosoft.com";
    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    private Portal portal;
    private Controls microsoft;
    private Surfer ada;

    @BeforeEach
    void connect(Portal portal) {
        this.portal = portal;
        this.microsoft = portal.microsoft().controls();
        this.ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
    }

    @Test
    void thereAreNoneBeforeIntuneIsConnected() {
        assertThat(ada.visit("/settings/users").body()).doesNotContain("Entra ID Groups");
        assertThat(ada.visit("/settings/users/groups").body()).doesNotContain("Add Group");
        assertThat(ada.get("/settings/users/groups/new").statusCode()).isEqualTo(409);
        assertThat(ada.page().body()).contains("No Intune tenant is connected");
    }

    @Test
    void aMemberComesInWithoutAnInvitation() {
        connected();
        assertThat(ada.visit("/settings/users").body()).contains("Entra ID Groups");
        add("Application Packagers", "INTUNE_APP_ADMIN");
        assertThat(ada.follow().body()).contains("Success - Group created").contains("Application Packagers");
        var ulla = new Surfer(portal).signIn(USER);
        assertThat(ulla.get("/settings/environments/new").statusCode()).isEqualTo(200);
        assertThat(ulla.get("/settings/users").statusCode()).isEqualTo(403);
        assertThat(ada.visit("/events").body())
                .contains("was created with role Intune App Admin")
                .contains("Access Through Group Granted to Ulla Lindgren");
    }

    @Test
    void amongCompaniesTheOneOfAGroupCanBeChosen() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ulla = new Surfer(portal).foundCompany(USER, "Ulla's own");
        assertThat(ulla.visit("/companies").body()).contains("Your companies", "Contoso", "Ulla&#39;s own");
        ulla.post("/companies/" + id("select company_id from company where name = 'Contoso'") + "/choice");
        assertThat(ulla.visit("/events").body()).contains("Intune Connection Added");
    }

    @Test
    void theAccountTellsOfGroupsOfOtherCompaniesAlsoWhereMicrosoftIsToBeAsked() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ulla = new Surfer(portal).foundCompany(USER, "Ulla's own");
        microsoft.advanceClock(A_QUARTER);
        assertThat(ulla.visit("/account").body()).contains("Contoso", "Ulla&#39;s own");
        microsoft.removeFromGroup(Contoso.TENANT, group("Application Packagers"), USER);
        microsoft.advanceClock(A_QUARTER);
        assertThat(ulla.visit("/account").body()).contains("Ulla&#39;s own").doesNotContain(">Contoso<");
    }

    @Test
    void companiesOfGroupsCostTheSameHoweverManyThereAre() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ulla = new Surfer(portal).foundCompany(USER, "Ulla's own");
        ulla.visit("/companies");
        var pages = List.of("/companies", "/companies/menu", "/account");
        var few = pages.stream()
                .map(page -> StatementCount.costOf(() -> ulla.visit(page)))
                .toList();
        giveToo(20);
        assertThat(ulla.visit("/companies").body()).contains("Company 1", "Company 20");
        assertThat(pages.stream().map(page -> StatementCount.costOf(() -> ulla.visit(page))))
                .usingElementComparator(Comparator.comparing(
                                (StatementCount.Cost cost) -> cost.statements().size())
                        .thenComparing(StatementCount.Cost::begun))
                .isEqualTo(few);
    }

    /** So many companies more, to which the groups of Contoso give what they give to Contoso. */
    private void giveToo(int companies) {
        for (int i = 1; i <= companies; i++) {
            for (var table : List.of("company", "environment", "intune_connection", "group_role", "group_member")) {
                portal.database().execute("""
                                insert into %1$s select (jsonb_populate_record(t, jsonb_build_object('company_id',
                                  '%2$s') || case '%1$s' when 'company' then '{"name": "Company %3$d"}' else '{}' end::jsonb)).*
                                from %1$s t where company_id = '%4$s'
                                """.formatted(
                                table, new UUID(0, i), i, id("select company_id from company where name = 'Contoso'")));
            }
        }
    }

    @Test
    void membersOfNestedGroupsComeInToo() {
        connected();
        add("All IT Staff", "READ_ONLY_ADMIN");
        assertThat(new Surfer(portal).signIn(USER).visit("/events").body()).contains("Access Through Group Granted");
    }

    @Test
    void whoIsInNoneStaysOut() {
        connected();
        add("Finance", "FULL_ADMIN");
        var ulla = new Surfer(portal).signIn(USER);
        assertThat(ulla.visit("/events").body()).contains("Select a company").doesNotContain("Your companies");
        assertThat(ulla.post("/companies/" + id("select company_id from company") + "/choice")
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Surfer(portal)
                        .signIn("user@fabrikam.onmicrosoft.com")
                        .visit("/catalog")
                        .body())
                .contains("Create a company");
    }

    @Test
    void whoIsTakenOutIsOutWithinAQuarterOfAnHour() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ulla = new Surfer(portal).signIn(USER);
        assertThat(ulla.get("/events").statusCode()).isEqualTo(200);
        microsoft.removeFromGroup(Contoso.TENANT, group("Application Packagers"), USER);
        microsoft.advanceClock(A_QUARTER);
        assertThat(ulla.get("/events").statusCode()).isEqualTo(302);
        assertThat(ulla.location()).endsWith("/companies");
        ada.signIn(Contoso.ADMIN);
        assertThat(ada.visit("/events").body()).contains("Access Through Group Ended for Ulla Lindgren");
    }

    @Test
    void atSignInItIsAskedAnew() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        assertThat(new Surfer(portal).signIn(USER).get("/events").statusCode()).isEqualTo(200);
        microsoft.removeFromGroup(Contoso.TENANT, group("Application Packagers"), USER);
        assertThat(new Surfer(portal).signIn(USER).get("/events").statusCode()).isEqualTo(302);
    }

    @Test
    void microsoftIsNotAskedOnEachPage() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ulla = new Surfer(portal).signIn(USER);
        ulla.get("/events");
        var asked = microsoft.recordedGraphCalls(Contoso.TENANT).size();
        for (int i = 0; i < 5; i++) {
            ulla.get("/events");
        }
        assertThat(microsoft.recordedGraphCalls(Contoso.TENANT)).hasSize(asked);
    }

    @Test
    void theStrongestOfDirectRoleAndGroupsCounts() {
        connected();
        portal.database()
                .execute("insert into member select company_id, gen_random_uuid(), tenant_id, '" + oid(INES)
                        + "', 'Ines Okafor', '" + INES + "', 'READ_ONLY_ADMIN', false, joined_at, 0 from member");
        var ines = new Surfer(portal).signIn(INES);
        assertThat(ines.get("/settings/environments/new").statusCode()).isEqualTo(403);
        add("Application Packagers", "INTUNE_APP_ADMIN");
        assertThat(ines.get("/settings/environments/new").statusCode()).isEqualTo(200);
        assertThat(ines.get("/settings/users").statusCode()).isEqualTo(200);
        add("All IT Staff", "FULL_ADMIN", true);
        microsoft.advanceClock(A_QUARTER);
        assertThat(ines.get("/settings/users/groups/new").statusCode()).isEqualTo(200);
    }

    @Test
    void aChangedRoleCountsWithTheNextRequest() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ulla = new Surfer(portal).signIn(USER);
        assertThat(ulla.get("/settings/environments/new").statusCode()).isEqualTo(403);
        change("Application Packagers", "INTUNE_APP_ADMIN", false);
        assertThat(ada.follow().body()).contains("Success - Role of Application Packagers changed");
        assertThat(ulla.get("/settings/environments/new").statusCode()).isEqualTo(200);
        assertThat(ada.visit("/events").body())
                .contains("Group role with name Application Packagers was changed to role Intune App Admin");
        remove("Application Packagers");
        assertThat(ada.follow().body()).contains("Application Packagers removed");
        assertThat(ulla.get("/events").statusCode()).isEqualTo(302);
        assertThat(ada.visit("/events").body()).contains("Group Role Removed");
    }

    @Test
    void whoHasNoAccessLeftLosesTheirSavedViews() {
        connected();
        portal.database()
                .execute("insert into member select company_id, gen_random_uuid(), tenant_id, '" + oid(INES)
                        + "', 'Ines Okafor', '" + INES + "', 'READ_ONLY_ADMIN', false, joined_at, 0 from member");
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ines = savingAView(INES);
        savingAView(USER);
        remove("Application Packagers");
        assertThat(ownersOfViews()).containsExactly(oid(INES));

        add("Application Packagers", "READ_ONLY_ADMIN");
        ines.get("/events");
        var ulla = savingAView(USER);
        for (var account : List.of(INES, USER)) {
            microsoft.removeFromGroup(Contoso.TENANT, group("Application Packagers"), account);
        }
        microsoft.advanceClock(A_QUARTER);
        assertThat(ines.get("/events").statusCode()).isEqualTo(200);
        assertThat(ulla.get("/events").statusCode()).isEqualTo(302);
        assertThat(ada.signIn(Contoso.ADMIN).visit("/events").body())
                .contains("Access Through Group Ended for Ulla Lindgren", "Access Through Group Ended for Ines Okafor");
        assertThat(ownersOfViews()).containsExactly(oid(INES));
    }

    private Surfer savingAView(String account) {
        var surfer = new Surfer(portal).signIn(account);
        surfer.visit("/events/views");
        surfer.post("/events/views", "name", "Mine");
        return surfer;
    }

    private List<UUID> ownersOfViews() {
        return portal.database().all("select object_id from event_view", UUID.class);
    }

    @Test
    void whereItCannotBeToldGroupMembersAreRefusedWithTheReasonAndDirectOnesAreNot() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ulla = new Surfer(portal).signIn(USER);
        assertThat(ulla.get("/events").statusCode()).isEqualTo(200);
        microsoft.removePermission(Contoso.TENANT, "GroupMember.Read.All");
        microsoft.advanceClock(Duration.ofMinutes(66));
        assertThat(new Surfer(portal).signIn(USER).visit("/events").body())
                .contains("You may have access to Contoso through an Entra ID group")
                .contains("t have permission to read group members");
        microsoft.conditionalAccessBlock(Contoso.TENANT, true);
        microsoft.advanceClock(Duration.ofMinutes(66));
        assertThat(new Surfer(portal).signIn(USER).visit("/events").body())
                .contains("connection to the tenant is lost or blocked");
        var again = new Surfer(portal).signIn(Contoso.ADMIN);
        assertThat(again.visit("/events").body()).contains("Access Through Group Denied to Ulla Lindgren");
    }

    @Test
    void aShortOutageTurnsNobodyAway() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ulla = new Surfer(portal).signIn(USER);
        ulla.get("/events");
        microsoft.outage(Outage.SERVER_ERROR);
        microsoft.advanceClock(Duration.ofMinutes(12));
        assertThat(ulla.get("/events").statusCode()).isEqualTo(200);
        microsoft.advanceClock(Duration.ofMinutes(3));
        assertThat(ulla.get("/events").statusCode()).isEqualTo(302);
        assertThat(ulla.follow().body()).contains("Microsoft isn&#39;t responding");
        microsoft.outage(Outage.NONE);
        microsoft.advanceClock(Duration.ofMinutes(1));
        assertThat(ulla.get("/events").statusCode()).isEqualTo(200);
    }

    @Test
    void somebodyInThreeHundredGroupsComesIn() {
        connected();
        for (int i = 0; i < 300; i++) {
            microsoft.createGroup(Contoso.TENANT, "Many " + i, USER);
        }
        add("Many 299", "READ_ONLY_ADMIN");
        assertThat(new Surfer(portal).signIn(USER).get("/events").statusCode()).isEqualTo(200);
    }

    @Test
    void aGroupThatIsDeletedInEntraIsSaidToBe() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        microsoft.renameGroup(Contoso.TENANT, group("Application Packagers"), "Packagers");
        assertThat(ada.visit("/settings/users/groups/refreshed").body()).contains("<strong>Packagers</strong>");
        microsoft.deleteGroup(Contoso.TENANT, group("Packagers"));
        var again = microsoft.createGroup(Contoso.TENANT, "Packagers", USER);
        change("Packagers", "FULL_ADMIN", false);
        assertThat(ada.page().body())
                .contains("Unable to change the role of this group as it was not found in Entra ID");
        assertThat(ada.visit("/settings/users/groups").body())
                .contains("GROUP WAS DELETED ON AZURE")
                .doesNotContain(again.toString());
        assertThat(new Surfer(portal).signIn(USER).get("/events").statusCode()).isEqualTo(302);
        assertThat(ada.visit("/events").body()).contains("Group Packagers Was Deleted in Entra ID");
        remove("Packagers");
        assertThat(ada.follow().body()).contains("Packagers removed");
    }

    @Test
    void tenAtMostEvenAtOnce() throws InterruptedException {
        connected();
        for (int i = 0; i < 12; i++) {
            microsoft.createGroup(Contoso.TENANT, "Team " + i);
        }
        for (int i = 0; i < 9; i++) {
            add("Team " + i, "READ_ONLY_ADMIN");
        }
        var again = new Surfer(portal).signIn(Contoso.ADMIN);
        again.get("/settings/users/groups");
        ada.get("/settings/users/groups");
        Callable<Integer> first = () -> ada.post(
                        "/settings/users/groups", "groups", group("Team 9").toString())
                .statusCode();
        Callable<Integer> second = () -> again.post(
                        "/settings/users/groups", "groups", group("Team 10").toString())
                .statusCode();
        assertThat(AtOnce.all(first, second)).containsExactlyInAnyOrder(302, 409);
        assertThat(count("group_role")).isEqualTo(10);
        assertThat(ada.visit("/settings/users/groups").body()).contains("aria-disabled=\"true\"");
    }

    @Test
    void severalAreAddedTogetherOrNone() {
        connected();
        ada.get("/settings/users/groups/new");
        var it = group("IT Department");
        var sales = group("All Sales");
        ada.post("/settings/users/groups", fields(it, sales, UUID.randomUUID()));
        assertThat(ada.page().statusCode()).isEqualTo(404);
        assertThat(count("group_role")).isZero();
        ada.post("/settings/users/groups", fields(it, sales));
        assertThat(ada.follow().body()).contains("Success - 2 groups created");
        ada.post("/settings/users/groups", fields(it));
        assertThat(ada.page().statusCode()).isEqualTo(409);
        assertThat(ada.page().body()).contains("IT Department already has access");
        ada.get("/settings/users/groups/new");
        ada.post("/settings/users/groups");
        assertThat(ada.page().body()).contains("Select at least one group.");
        ada.post(
                "/settings/users/groups",
                "groups",
                group("Finance").toString(),
                "access",
                group("Finance").toString());
        assertThat(ada.page().body()).contains("Access Management requires the Full Admin role");
    }

    @Test
    void tickedGroupsStayWhileOneSearchesOn() {
        connected();
        var it = group("IT Department");
        assertThat(ada.visit("/settings/users/groups/new?q=sales&groups=" + it + "&roles=" + it + "%3AFULL_ADMIN")
                        .body())
                .contains("IT Department", "All Sales")
                .containsPattern(it + ":FULL_ADMIN\"\\s+selected")
                .doesNotContain("Finance");
    }

    /** Whoever administers the tenant names its groups; what Graph says is text, whatever it is. */
    @Test
    void aHostileNameFromGraphIsTextAndBreaksNothing() {
        connected();
        var names = List.of(
                "<img src=x onerror=alert(1)>",
                "</textarea><script>alert(1)</script>",
                "Sales\r\nSet-Cookie: x=1",
                "Sales\u0000null",
                "Sales \u202emoc.live",
                "'; drop table member; --",
                "${7*7} #{7*7} [[${7*7}]] {0} {",
                "=cmd|'/c calc'!A1",
                "\uD83D\uDE00".repeat(128),
                "x".repeat(256));
        for (var name : names) {
            var id = microsoft.createGroup(Contoso.TENANT, name, USER);
            assertThat(ada.visit("/settings/users/groups/new").statusCode()).isEqualTo(200);
            assertThat(ada.page().body()).doesNotContain("<img src=x", "<script>alert", "49 49");
            ada.post("/settings/users/groups", "groups", id.toString(), "roles", id + ":READ_ONLY_ADMIN");
            assertThat(ada.page().statusCode()).as(name).isEqualTo(302);
            for (var page : List.of("/settings/users/groups", "/events", "/settings/users")) {
                assertThat(ada.visit(page).statusCode()).as(name).isEqualTo(200);
                assertThat(ada.page().body())
                        .as(page)
                        .doesNotContain("<img src=x", "<script>alert", "\u0000", "\u202e");
            }
            microsoft.renameGroup(Contoso.TENANT, id, name + "!");
            ada.visit("/settings/users/groups");
            assertThat(ada.page().statusCode()).isEqualTo(200);
            portal.database().execute("delete from group_member");
            portal.database().execute("delete from group_role");
            microsoft.deleteGroup(Contoso.TENANT, id);
        }
    }

    /** Who comes in through a group alone has its role and nothing more, whatever they send. */
    @Test
    void whoComesThroughAGroupAloneCanRaiseThemselvesNowhere() {
        connected();
        add("Application Packagers", "READ_ONLY_ADMIN");
        var ulla = new Surfer(portal).signIn(USER);
        assertThat(ulla.get("/events").statusCode()).isEqualTo(200);
        var group = roleOf("Application Packagers");
        ulla.get("/help");
        for (var refused : List.of(
                "/settings/users/groups/" + group + "/role",
                "/settings/users/groups/" + group + "/removal",
                "/settings/users/groups",
                "/settings/users/invitations",
                "/settings/environments")) {
            assertThat(ulla.post(refused, "role", "FULL_ADMIN", "accessManagement", "true", "groups", group.toString())
                            .statusCode())
                    .as(refused)
                    .isEqualTo(403);
        }
        assertThat(count("group_role where role = 'READ_ONLY_ADMIN' and not access_management"))
                .isEqualTo(1);
        assertThat(count("member where email = '" + USER + "'")).isZero();
    }

    @Test
    void itsMembersAreNamed() {
        connected();
        add("All IT Staff", "READ_ONLY_ADMIN");
        var page = "/settings/users/groups/" + id("select group_role_id from group_role") + "/members";
        assertThat(ada.visit(page).body()).contains("Ada Marlowe", USER, "including members of nested groups");
        microsoft.throttle(Contoso.TENANT, 5, null);
        assertThat(ada.visit(page).body()).contains("Entra ID couldn&#39;t be reached");
    }

    @Test
    void theConnectionTakesTheGroupsWithIt() {
        connected();
        add("Application Packagers", "FULL_ADMIN");
        add("Finance", "READ_ONLY_ADMIN");
        var ulla = savingAView(USER);
        assertThat(ulla.get("/events").statusCode()).isEqualTo(200);
        var delete = "/settings/environments/" + ada.environment() + "/intune/delete";
        assertThat(ada.visit(delete).body())
                .contains("Entra ID groups")
                .contains("Application Packagers (Full Admin)", "Finance (Read-Only Admin)")
                .contains("1 person loses access", "Ulla Lindgren")
                .doesNotContain("keeps access of their own");
        ada.post(delete);
        var progress = ada.location();
        await().pollInterval(Duration.ofMillis(30))
                .until(() -> !ada.visit(progress).body().contains("Disconnecting…"));
        assertThat(ada.page().body()).contains("Success - Intune disconnected");
        assertThat(count("group_role")).isZero();
        assertThat(count("group_member")).isZero();
        assertThat(ownersOfViews()).isEmpty();
        assertThat(ulla.get("/events").statusCode()).isEqualTo(302);
        assertThat(ada.visit("/settings/users").body()).doesNotContain("Entra ID Groups");
        assertThat(ada.visit("/settings/users/groups").body()).doesNotContain("Add Group");
    }

    @Test
    void aCompanyWhoseAdministratorsAllComeThroughGroupsIsWarnedAndCannotDisconnect() {
        connected();
        add("Pilot Ring", "FULL_ADMIN", true);
        assertThat(ada.visit("/catalog").body()).doesNotContain("You currently have only one user");
        var adasId = id("select user_id from member");
        ada.get("/settings/users/" + adasId);
        assertThat(ada.post("/settings/users/" + adasId + "/removal").statusCode())
                .as("she would leave a company in which nobody is known to manage access")
                .isEqualTo(409);
        var ulla = new Surfer(portal).signIn(USER);
        ulla.get("/settings/users/" + adasId);
        assertThat(ulla.post("/settings/users/" + adasId + "/removal").statusCode())
                .isEqualTo(302);
        assertThat(ulla.visit("/catalog").body())
                .contains("Everyone with Access Management gets access through an Entra ID group");
        var delete = "/settings/environments/" + ulla.environment() + "/intune/delete";
        ulla.get(delete);
        assertThat(ulla.post(delete).statusCode()).isEqualTo(409);
        remove(ulla, "Pilot Ring");
        assertThat(ulla.page().statusCode()).isEqualTo(409);
        change(ulla, "Pilot Ring", "READ_ONLY_ADMIN", false);
        assertThat(ulla.page().statusCode()).isEqualTo(409);
        assertThat(count("group_role where access_management")).isEqualTo(1);
    }

    @Test
    void aGroupOfAConnectionThatIsBeingDeletedManagesAccessForNobody() {
        connected();
        add("Pilot Ring", "FULL_ADMIN", true);
        var adasId = id("select user_id from member");
        var ulla = new Surfer(portal).signIn(USER);
        ulla.get("/settings/users/" + adasId);
        portal.database().execute("update intune_connection set disconnecting = true");
        assertThat(ulla.post("/settings/users/" + adasId + "/removal").statusCode())
                .isEqualTo(409);
        portal.database().execute("update intune_connection set disconnecting = false");
        assertThat(ulla.post("/settings/users/" + adasId + "/removal").statusCode())
                .isEqualTo(302);
    }

    @Test
    void ofDisconnectingAndLosingTheLastDirectAdministratorOneWins() throws InterruptedException {
        connected();
        add("Pilot Ring", "FULL_ADMIN", true);
        var adasId = id("select user_id from member");
        var ulla = new Surfer(portal).signIn(USER);
        var delete = "/settings/environments/" + ada.environment() + "/intune/delete";
        ada.get(delete);
        ulla.get("/settings/users/" + adasId);
        Callable<Integer> first = () -> ada.post(delete).statusCode();
        Callable<Integer> second =
                () -> ulla.post("/settings/users/" + adasId + "/removal").statusCode();
        AtOnce.all(first, second);
        assertThat(count("disconnect_run") + count("intune_connection where not disconnecting"))
                .isEqualTo(1);
        assertThat(count("member where access_management"))
                .as("somebody keeps direct access where the connection goes")
                .isEqualTo(count("disconnect_run"));
    }

    private void connected() {
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
    }

    private void add(String name, String role) {
        add(name, role, false);
    }

    private void add(String name, String role, boolean accessManagement) {
        var id = group(name).toString();
        ada.get("/settings/users/groups");
        var fields = new ArrayList<>(List.of("groups", id, "roles", id + ":" + role));
        if (accessManagement) {
            fields.addAll(List.of("access", id));
        }
        ada.post("/settings/users/groups", fields.toArray(String[]::new));
        assertThat(ada.page().statusCode()).as(ada.page().body()).isEqualTo(302);
    }

    private void change(String name, String role, boolean accessManagement) {
        change(ada, name, role, accessManagement);
    }

    private void change(Surfer who, String name, String role, boolean accessManagement) {
        who.get("/settings/users/groups");
        who.post(
                "/settings/users/groups/" + roleOf(name) + "/role",
                "role",
                role,
                "accessManagement",
                String.valueOf(accessManagement));
    }

    private void remove(String name) {
        remove(ada, name);
    }

    private void remove(Surfer who, String name) {
        who.get("/settings/users/groups/" + roleOf(name) + "/removal");
        who.post("/settings/users/groups/" + roleOf(name) + "/removal");
    }

    private static String[] fields(UUID... groups) {
        var fields = new ArrayList<String>();
        for (var group : groups) {
            fields.addAll(List.of("groups", group.toString(), "roles", group + ":READ_ONLY_ADMIN"));
        }
        return fields.toArray(String[]::new);
    }

    private UUID roleOf(String name) {
        return id("select group_role_id from group_role where name = '" + name + "'");
    }

    private UUID group(String name) {
        return microsoft.group(Contoso.TENANT, name);
    }

    private static UUID oid(String account) {
        return UUID.nameUUIDFromBytes(
                (Contoso.TENANT + "/" + account).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private UUID id(String query) {
        return portal.database().one(query, UUID.class);
    }

    private long count(String table) {
        return portal.database().count(table);
    }
}
