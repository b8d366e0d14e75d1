package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What exists once stays one when it is requested twice at once, and the request that comes second says why. */
@PortalTest
class UniqueConstraintTests {

    private static final Pattern LINK = Pattern.compile("/invitations/[\\w-]{43}");
    private static final Pattern KEY = Pattern.compile("(?:[2-9A-HJKMNP-Z]{5}-){4}[2-9A-HJKMNP-Z]{5}");
    private static final String FELIX = "admin@fabrikam.onmicrosoft.com";
    private static final String SALES = "sales@patchbay.onmicrosoft.com";

    /** Tables with a unique constraint that no two requests can violate at once, and why. */
    private static final Map<String, String> OUT_OF_REACH = Map.ofEntries(
            Map.entry("quote", "a reference is random"),
            Map.entry("consent_attempt", "a state is random"),
            Map.entry("spring_session", "a session ID is random"),
            Map.entry("event_seal", "one job seals the log"),
            Map.entry("banner_image", "stored with its banner, whose version is checked"),
            Map.entry("tenant_claim", "inserted on conflict do nothing; TenantRaceTests"),
            Map.entry("trial_claim", "inserted on conflict do nothing; LicensingTests"),
            Map.entry("disconnect_run", "the company is locked; DisconnectTests"),
            Map.entry("disconnect_request", "the company is locked; ProtectedDisconnectTests"),
            Map.entry("deployment", "the connection is locked; DeploymentPageTests"),
            Map.entry("deployment_template", "the company is locked; QuickDeployTests"),
            Map.entry("quick_deployment_item", "a plan names each application once; QuickDeployTests"),
            Map.entry("deployed_version", "the deployment is locked; PublishingTests"));

    /** Those with a test below. */
    private static final Set<String> TESTED = Set.of(
            "access_request",
            "environment",
            "event_view",
            "group_role",
            "invitation",
            "issued_key",
            "license",
            "member",
            "support_request");

    @Test
    void everyUniqueConstraintIsTestedOrOutOfReach(Portal portal) throws SQLException {
        var tables = new TreeSet<String>();
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery("""
                        select c.relname from pg_index i join pg_class c on c.oid = i.indrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and i.indisunique and not i.indisprimary and not c.relispartition
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        var known = new TreeSet<>(TESTED);
        known.addAll(OUT_OF_REACH.keySet());
        assertThat(tables).isEqualTo(known);
    }

    @Test
    void anEnvironmentsNameIsTaken(Portal portal) throws Exception {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var again = at("/settings/environments/new", new Surfer(portal).signIn(Contoso.ADMIN));
        at("/settings/environments/new", ada);
        var pages = atOnce(
                portal,
                "environment",
                () -> ada.post("/settings/environments", "name", "Berlin"),
                () -> again.post("/settings/environments", "name", "BERLIN"));
        assertThat(pages).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 200);
        assertSaid(pages, "Another environment already has this name.");
        assertThat(portal.database().count("environment")).isEqualTo(2);
    }

    @Test
    void aSavedViewsNameIsTaken(Portal portal) throws Exception {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var again = at("/events/views", new Surfer(portal).signIn(Contoso.ADMIN));
        at("/events/views", ada);
        var pages = atOnce(
                portal,
                "event_view",
                () -> ada.post("/events/views", "name", "Security"),
                () -> again.post("/events/views", "name", "SECURITY"));
        assertThat(pages).extracting(HttpResponse::statusCode).containsOnly(302);
        assertSaid(List.of(ada.follow(), again.follow()), "You already have a view named");
        assertThat(portal.database().count("event_view")).isOne();
    }

    @Test
    void anEnvironmentsNewNameIsTaken(Portal portal) throws Exception {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        at("/settings/environments/new", ada).post("/settings/environments", "name", "Berlin");
        var ids = ids(portal, "select environment_id from environment");
        var again = at("/settings/environments/new", new Surfer(portal).signIn(Contoso.ADMIN));
        at("/settings/environments/new", ada);
        var pages = atOnce(
                portal,
                "environment",
                () -> ada.post("/settings/environments/" + ids.get(0), "name", "Munich"),
                () -> again.post("/settings/environments/" + ids.get(1), "name", "Munich"));
        assertThat(pages).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 200);
        assertSaid(pages, "Another environment already has this name.");
    }

    @Test
    void anAddressIsInvitedOnce(Portal portal) throws Exception {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var again = at("/settings/users/invitations", new Surfer(portal).signIn(Contoso.ADMIN));
        at("/settings/users/invitations", ada);
        var pages = atOnce(portal, "invitation", () -> invite(ada), () -> invite(again));
        assertThat(pages).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 409);
        assertSaid(pages, "already an invitation for this address.");
        assertThat(portal.database().count("invitation")).isOne();
    }

    @Test
    void whoAcceptsTwoInvitationsIsOneMember(Portal portal) throws Exception {
        var ada = at("/settings/users/invitations", new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso"));
        var links = new ArrayList<String>();
        for (var email : List.of("felix@example.com", "arden@example.com")) {
            ada.post("/settings/users/invitations", "email", email, "role", "READ_ONLY_ADMIN");
            var link = LINK.matcher(ada.follow().body());
            assertThat(link.find()).isTrue();
            links.add(link.group());
        }
        var felix = at(links.get(0), new Surfer(portal).signIn(FELIX));
        var again = at(links.get(1), new Surfer(portal).signIn(FELIX));
        var pages = atOnce(portal, "member", () -> felix.post(links.get(0)), () -> again.post(links.get(1)));
        assertThat(pages).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 409);
        assertSaid(pages, "re already a member of this company.");
        assertThat(portal.database().count("member")).isEqualTo(2);
    }

    @Test
    void whoRequestsAccessTwiceHasOneRequest(Portal portal) throws Exception {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var address =
                "/companies/" + ids(portal, "select company_id from company").getFirst() + "/access-requests";
        var bob = at("/companies", new Surfer(portal).signIn("user@contoso.onmicrosoft.com"));
        var again = at("/companies", new Surfer(portal).signIn("user@contoso.onmicrosoft.com"));
        var pages = atOnce(
                portal,
                "access_request",
                () -> bob.post(address, "reason", "x"),
                () -> again.post(address, "reason", "x"));
        assertThat(pages).extracting(HttpResponse::statusCode).containsExactly(302, 302);
        assertThat(portal.database().count("access_request")).isOne();
    }

    @Test
    void aGroupIsAddedOnce(Portal portal) throws Exception {
        var ada = connected(portal);
        var again = at("/settings/users/groups/new", new Surfer(portal).signIn(Contoso.ADMIN));
        at("/settings/users/groups/new", ada);
        var group = portal.microsoft()
                .controls()
                .group(Contoso.TENANT, "Design Studio")
                .toString();
        var pages = atOnce(
                portal,
                "group_role",
                () -> ada.post("/settings/users/groups", "groups", group),
                () -> again.post("/settings/users/groups", "groups", group));
        assertThat(pages).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 409);
        assertSaid(pages, "Design Studio already has access");
        assertThat(portal.database().count("group_role")).isOne();
    }

    @Test
    void ofTwoKeysActivatedAtOnceOneIsTheLicense(Portal portal) throws Exception {
        var ada = connected(portal);
        var license = "/settings/environments/" + ada.environment() + "/license";
        var keys = List.of(
                issue(sales(portal), portal, UUID.randomUUID()), issue(sales(portal), portal, UUID.randomUUID()));
        var again = at(license, new Surfer(portal).signIn(Contoso.ADMIN));
        at(license, ada);
        var pages = atOnce(
                portal,
                "license",
                () -> ada.post(license + "/key", "key", key(keys.get(0))),
                () -> again.post(license + "/key", "key", key(keys.get(1))));
        assertThat(pages).extracting(HttpResponse::statusCode).containsExactly(302, 302);
        assertThat(portal.database().count("license where closed_at is null")).isOne();
    }

    @Test
    void ofTrialAndKeyAtOnceOneIsTheLicense(Portal portal) throws Exception {
        var ada = connected(portal);
        var license = "/settings/environments/" + ada.environment() + "/license";
        var key = key(issue(sales(portal), portal, UUID.randomUUID()));
        var again = at(license, new Surfer(portal).signIn(Contoso.ADMIN));
        at(license, ada);
        var pages = atOnce(
                portal,
                "license",
                () -> ada.post(license + "/key", "key", key),
                () -> again.post(license + "/trial", "devices", "640", "plan", "plus"));
        assertThat(pages).extracting(HttpResponse::statusCode).allMatch(status -> status == 302 || status == 200);
        assertThat(portal.database().count("license where closed_at is null")).isOne();
    }

    @Test
    void aKeyIsIssuedOnce(Portal portal) throws Exception {
        var id = UUID.randomUUID();
        var sales = sales(portal);
        var again = sales(portal);
        var pages = atOnce(portal, "issued_key", () -> issue(sales, portal, id), () -> issue(again, portal, id));
        assertThat(pages).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
        assertSaid(pages, "This key has already been issued");
        assertThat(portal.database().count("issued_key")).isOne();
    }

    @Test
    void supportAsksOnceForEachTicket(Portal portal) throws Exception {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var page = "/support/companies/"
                + ids(portal, "select company_id from company").getFirst();
        var sam = at(page, new Surfer(portal).signIn("support@patchbay.onmicrosoft.com"));
        var again = at(page, new Surfer(portal).signIn("support@patchbay.onmicrosoft.com"));
        var pages = atOnce(
                portal,
                "support_request",
                () -> sam.post(page + "/requests", "ticket", "4711", "reason", "The trial does not start"),
                () -> again.post(page + "/requests", "ticket", "4711", "reason", "The trial does not start"));
        assertThat(pages).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 409);
        assertSaid(pages, "A request for this ticket is already waiting for an answer.");
        assertThat(portal.database().count("support_request")).isOne();
    }

    /** Lets two requests run until both wait for the table or for each other, then lets them go on. */
    private static List<HttpResponse<String>> atOnce(
            Portal portal, String table, Callable<HttpResponse<String>> one, Callable<HttpResponse<String>> other)
            throws Exception {
        try (var admin = portal.database().asSuperuser();
                var threads = Executors.newFixedThreadPool(2)) {
            admin.setAutoCommit(false);
            admin.createStatement().execute("lock table " + table + " in share mode");
            var answers = List.of(threads.submit(one), threads.submit(other));
            await().until(() -> portal.database().count("pg_stat_activity where wait_event_type = 'Lock'") >= 2
                    || answers.stream().anyMatch(Future::isDone));
            admin.rollback();
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    private static void assertSaid(List<HttpResponse<String>> pages, String message) {
        assertThat(pages)
                .extracting(HttpResponse::body)
                .filteredOn(page -> page.contains(message))
                .hasSize(1);
    }

    /** The person, on a page from which a form is sent. */
    private static Surfer at(String address, Surfer surfer) {
        surfer.get(address);
        return surfer;
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }

    private static HttpResponse<String> invite(Surfer ada) {
        return ada.post("/settings/users/invitations", "email", "felix@example.com", "role", "READ_ONLY_ADMIN");
    }

    private static Surfer sales(Portal portal) {
        return at("/staff/licenses/new", new Surfer(portal).signIn(SALES));
    }

    private static HttpResponse<String> issue(Surfer sales, Portal portal, UUID id) {
        var today = LocalDate.ofInstant(portal.microsoft().clock().instant(), ZoneOffset.UTC);
        return sales.post(
                "/staff/licenses",
                "id",
                id.toString(),
                "plan",
                "plus",
                "devices",
                "1000",
                "firstDay",
                today.toString(),
                "lastDay",
                today.plusYears(1).toString());
    }

    private static String key(HttpResponse<String> page) {
        var key = KEY.matcher(page.body());
        assertThat(key.find()).as(page.body()).isTrue();
        return key.group();
    }

    private static List<String> ids(Portal portal, String query) throws SQLException {
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery(query)) {
            var ids = new ArrayList<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }
}
