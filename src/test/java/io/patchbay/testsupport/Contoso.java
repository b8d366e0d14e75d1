package io.patchbay.testsupport;

import io.patchbay.catalog.imports.CatalogImport;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
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
        addChannelAndBanner(portal, founder);
        founder.post("/settings/streaming/tokens", "name", "SIEM");
        founder.get("/quote");
        founder.post(
                "/quote", "company", "Contoso", "contact", "Ada", "email", ADMIN, "devices", "640", "plan", "plus",
                "message", "");
        contoso.draftDeployment();
        contoso.quickDeployment();
        contoso.canceledDisconnect();
        return contoso;
    }

    /** Gives the only connection of somebody's company a channel of its own, and a banner that is shown at once. */
    public static void addChannelAndBanner(Portal portal, Surfer founder) {
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
        founder.upload(
                "/settings/banners",
                Pictures.png(20, 10),
                "environment",
                founder.environment(),
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
    }

    /** One that is open would be on every page, and keep all others from being requested. */
    private void canceledDisconnect() {
        portal.database().execute("""
                insert into disconnect_request (company_id, request_id, kind, environment_id, tenant_id, tenant_name, keeps_apps,
                  second_person, wait_hours, person_tenant_id, person_object_id, person_name, person_email, requested_at,
                  lapses_at, status, ended_at, ended_by)
                select company_id, gen_random_uuid(), 'DISCONNECT', environment_id, tenant_id, tenant_name, false, true, 0,
                  tenant_id, tenant_id, 'Ada Marlowe', 'ada@contoso.com', now(), now() + interval '7 days', 'CANCELED', now(),
                  'Ada Marlowe'
                from intune_connection
                """);
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

    /** A template, and a quick deployment of which nothing became. */
    private void quickDeployment() {
        portal.database().execute("""
                insert into deployment_template (company_id, template_id, name, defaults, changed_at, changed_by)
                select company_id, gen_random_uuid(), 'Standard', jsonb_build_object('environments', '[]'::jsonb, 'ringDays', 0,
                  'retain', 0, 'requires', true, 'assignments', '[]'::jsonb), now(), 'Ada Marlowe'
                from company
                on conflict do nothing
                """);
        portal.database().execute("""
                with begun as (
                  insert into quick_deployment (company_id, quick_deployment_id, person_tenant_id, person_object_id, person_name,
                    person_email, started_at)
                  select company_id, gen_random_uuid(), tenant_id, tenant_id, 'Ada Marlowe', 'ada@contoso.com', now()
                  from intune_connection returning *)
                insert into quick_deployment_item (company_id, quick_deployment_id, place, environment_id, app_id, app_name, spec,
                  state, deployment_id, reason)
                select d.company_id, b.quick_deployment_id, 0, d.environment_id, d.app_id, d.app_name, d.spec, 'STARTED',
                  d.deployment_id, null
                from deployment d join begun b on b.company_id = d.company_id
                """);
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
        ids.put("events", id("select e.event_id from event e join company c on c.company_id = e.company_id"));
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
        ids.put("disconnect-requests", id("select request_id from disconnect_request"));
        ids.put("deployments", id("select deployment_id from deployment"));
        ids.put("quick", id("select quick_deployment_id from quick_deployment"));
        ids.put("templates", id("select template_id from deployment_template"));
        ids.put("banners", id("select banner_id from banner"));
        ids.put("images", id("select image_id from banner_image"));
        ids.put("connect", id("select company_id from company"));
        return ids;
    }

    /** The first identifier that a query finds, as the database's administrator. */
    public UUID id(String query) {
        return portal.database().all(query, UUID.class).getFirst();
    }
}
