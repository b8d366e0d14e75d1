package io.patchbay.testsupport;

import io.patchbay.catalog.imports.CatalogImport;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A company with something of everything, for tests that walk all pages: connected, with somebody waiting to come in. */
public final class Contoso {

    /** The tenant of that name. */
    public static final UUID TENANT = UUID.fromString("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f");

    /** Its administrator, who founds the company. */
    public static final String ADMIN = "admin@contoso.onmicrosoft.com";

    private final Portal portal;
    private final Surfer founder;
    private final Surfer sales;
    private final Surfer support;

    private Contoso(Portal portal, Surfer founder) {
        this.portal = portal;
        this.founder = founder;
        this.sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        this.support = new Surfer(portal).signIn("support@patchbay.onmicrosoft.com");
    }

    /** Founds it, connects it, and lets somebody ask to come in. */
    public static Contoso connected(Portal portal) {
        var founder = new Surfer(portal).foundCompany(ADMIN, "Contoso");
        founder.connect(founder.environment(), ADMIN).awaitOutcome();
        var contoso = new Contoso(portal, founder);
        new Surfer(portal)
                .signIn("user@contoso.onmicrosoft.com")
                .post("/companies/" + contoso.id("select company_id from company") + "/access-requests", "reason", "x");
        founder.get("/settings/users/invitations");
        founder.post("/settings/users/invitations", "email", "someone@example.com", "role", "READ_ONLY_ADMIN");
        founder.get("/settings/users/groups/new");
        founder.post(
                "/settings/users/groups",
                "groups",
                portal.microsoft().controls().group(TENANT, "Design Studio").toString());
        founder.get("/settings/notifications");
        founder.post(
                "/settings/notifications",
                "environment",
                founder.environment(),
                "type",
                "TEAMS",
                "name",
                "Team",
                "address",
                portal.microsoft().receiverAddress("contoso").toString(),
                "kinds",
                "CONNECTION_LOST");
        founder.post("/settings/streaming/tokens", "name", "SIEM");
        founder.get("/quote");
        founder.post(
                "/quote", "company", "Contoso", "contact", "Ada", "email", ADMIN, "devices", "640", "plan", "plus",
                "message", "");
        founder.upload(
                "/settings/banners",
                Pictures.png(20, 10),
                "environment",
                contoso.id("select environment_id from environment").toString(),
                "severity",
                "INFO",
                "title",
                "Maintenance",
                "text",
                "On *Sunday*.",
                "publish",
                "true",
                "zone",
                "UTC");
        contoso.draftDeployment();
        return contoso;
    }

    /** A draft, for which no license and no publishing is needed. */
    private void draftDeployment() {
        portal.microsoft().controls().publishers().folder();
        portal.bean(CatalogImport.class).run();
        var environment = founder.environment();
        founder.get("/settings/environments/" + environment + "/license");
        founder.post("/settings/environments/" + environment + "/license/trial", "devices", "640", "plan", "plus");
        founder.get("/deployments/new?app=7zip.7zip");
        founder.post(
                "/deployments",
                "environment",
                environment,
                "app",
                "7zip.7zip",
                "policy",
                "LATEST",
                "ring",
                "0",
                "kind",
                "X64/MACHINE");
    }

    /** Who may call an address: the founder, or the vendor's staff where it is theirs. */
    public Surfer personFor(Endpoint endpoint) {
        var staff = endpoint.handler().getMethodAnnotation(ForStaff.class);
        if (staff == null) {
            return founder;
        }
        return staff.value() == StaffRole.SALES ? sales : support;
    }

    /** Somebody of the vendor's sales. */
    public Surfer sales() {
        return sales;
    }

    /** Its founder. */
    public Surfer founder() {
        return founder;
    }

    /** What its identifiers are, by the segment that stands before them in addresses. */
    public Map<String, UUID> identifiers() {
        var ids = new TreeMap<String, UUID>();
        ids.put("environments", id("select environment_id from environment"));
        ids.put("events", id("select event_id from event"));
        ids.put("pending", id("select request_id from access_request"));
        ids.put("attempts", id("select attempt_id from consent_attempt"));
        ids.put("users", id("select user_id from member"));
        ids.put("groups", id("select group_role_id from group_role"));
        ids.put("invitations", id("select invitation_id from invitation"));
        ids.put("companies", id("select company_id from company"));
        ids.put("notifications", id("select notice_id from notice"));
        ids.put("channels", id("select channel_id from channel"));
        ids.put("quotes", id("select quote_id from quote"));
        ids.put("tokens", id("select token_id from event_token"));
        ids.put("deployments", id("select deployment_id from deployment"));
        ids.put("banners", id("select banner_id from banner"));
        ids.put("images", id("select image_id from banner_image"));
        ids.put("connect", id("select company_id from company"));
        return ids;
    }

    /** The first identifier that a query finds, as the database's administrator. */
    public UUID id(String query) {
        return ids(query).getFirst();
    }

    private List<UUID> ids(String query) {
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery(query)) {
            var found = new ArrayList<UUID>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
