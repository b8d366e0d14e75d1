package io.patchbay.environment.disconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** After a disconnect nothing knows of the connection any more but its report, the event log and the license. */
@PortalTest
class NothingRemainsTests {

    private static final String VISITOR = "user@contoso.onmicrosoft.com";

    /** What stays, and why. */
    private static final List<Pattern> STAYS = List.of(
            Pattern.compile("event.*"), // the log
            Pattern.compile("disconnect_(run|item|request)"), // the report, and who asked and confirmed
            Pattern.compile("license|trial_claim"), // the license belongs to the environment, one trial to each tenant
            Pattern.compile("environment")); // another tenant can be connected to it

    @Test
    void neitherATableNorACacheNorAJobKnowsTheConnection(Portal portal) throws Exception {
        var contoso = Deploying.begin(portal, "admin@northwind.onmicrosoft.com", "Northwind Traders");
        var ofOtherTests = workFiles(portal);
        var visitor = full(portal, contoso);
        var identifiers = identifiers(portal);
        assertThat(identifiers).hasSizeGreaterThan(10);
        assertThat(knowing(portal, identifiers))
                .contains(
                        "intune_connection",
                        "tenant_claim",
                        "consent_attempt",
                        "connection_incident",
                        "group_role",
                        "group_member",
                        "spring_session",
                        "remembered_company",
                        "banner",
                        "banner_image",
                        "banner_dismissal",
                        "channel",
                        "notice",
                        "deployment",
                        "deployed_version",
                        "synchronization",
                        "scheduled_tasks",
                        "license");
        assertThat(portal.bean(AppTokens.class).kept()).contains(Contoso.TENANT);

        disconnect(portal, contoso);

        await().untilAsserted(() -> assertThat(knowing(portal, identifiers))
                .allMatch(table ->
                        STAYS.stream().anyMatch(stays -> stays.matcher(table).matches())));
        assertThat(knowing(portal, identifiers)).contains("event", "disconnect_run", "disconnect_item", "license");
        assertThat(portal.bean(AppTokens.class).kept()).doesNotContain(Contoso.TENANT);
        assertThat(workFiles(portal)).isSubsetOf(ofOtherTests);
        assertThat(visitor.visit("/events").body()).contains("Sign in with Microsoft");
    }

    /** What one company can have of everything, with somebody who has access by a group only. */
    private static Surfer full(Portal portal, Deploying contoso) {
        contoso.awaitStatus(
                contoso.publish(
                        Deploying.SEVEN_ZIP, Deploying.latest().with(List.of(contoso.required("Design Studio")))),
                VersionStatus.SUCCESS);
        contoso.publishers().fail("Git.Git", DownloadFault.UNAVAILABLE);
        contoso.awaitStatus(contoso.publish(new AppId("Git.Git"), Deploying.latest()), VersionStatus.RETRYING);
        var founder = contoso.founder();
        var environment = contoso.environment().toString();
        founder.get("/settings/users/groups/new");
        var packagers = contoso.group("Application Packagers").toString();
        founder.post("/settings/users/groups", "groups", packagers, "roles", packagers + ":READ_ONLY_ADMIN");
        var visitor = new Surfer(portal).signIn(VISITOR);
        assertThat(visitor.get("/events").statusCode()).isEqualTo(200);
        portal.database()
                .execute("insert into remembered_company select tenant_id, object_id, company_id from group_member");
        Contoso.addChannelAndBanner(portal, founder);
        unwell(portal, founder, environment);
        return visitor;
    }

    /** A permission is missing, which was told, and the connection is paused, which somebody no longer wants to be told. */
    private static void unwell(Portal portal, Surfer founder, String environment) {
        var page = "/settings/environments/" + environment + "/intune";
        portal.microsoft().controls().removePermission(Contoso.TENANT, "DeviceManagementManagedDevices.Read.All");
        founder.get(page);
        founder.post(page + "/check");
        await().until(() -> portal.database().count("connection_incident"), count -> count == 1);
        founder.visit(page);
        founder.post(page + "/pause");
        var key = Pattern.compile("name=\"key\"[^>]*value=\"(connection:[^\"]+)\"")
                .matcher(founder.visit("/catalog").body());
        assertThat(key.find()).isTrue();
        founder.post("/banners/dismissals", "key", key.group(1), "back", "/catalog");
    }

    private static void disconnect(Portal portal, Deploying contoso) {
        var page = "/settings/environments/" + contoso.environment() + "/intune/delete";
        contoso.founder().visit(page);
        contoso.founder().post(page, "domain", "contoso.com", "leave", "false");
        await().until(() -> {
            portal.microsoft().controls().advanceClock(Duration.ofMinutes(1));
            portal.lookNow("disconnect-intune");
            return portal.database().count("intune_connection") == 0;
        });
    }

    private static Set<String> identifiers(Portal portal) {
        var found = new TreeSet<String>();
        found.add(Contoso.TENANT.toString());
        found.add("contoso.com");
        for (var query : List.of(
                "select environment_id::text from environment",
                "select attempt_id::text from consent_attempt",
                "select group_role_id::text from group_role",
                "select group_id::text from group_role",
                "select banner_id::text from banner",
                "select image_id::text from banner_image",
                "select channel_id::text from channel",
                "select notice_id::text from notice",
                "select deployment_id::text from deployment",
                "select version_id::text from deployed_version")) {
            found.addAll(portal.database().all(query, String.class));
        }
        portal.microsoft().controls().applications().apps(Contoso.TENANT).forEach(app -> found.add(app.id()));
        return found;
    }

    /** The tables in whose rows any of these stands. */
    private static Set<String> knowing(Portal portal, Set<String> identifiers) {
        var known = new TreeSet<String>();
        for (var table : portal.database().allTables()) {
            if (portal.database()
                            .count("\"" + table + "\" t where to_jsonb(t)::text ~* '" + String.join("|", identifiers)
                                    + "'")
                    > 0) {
                known.add(table);
            }
        }
        return known;
    }

    private static List<String> workFiles(Portal portal) throws Exception {
        var folder = portal.bean(Environment.class).getRequiredProperty("patchbay.deployment.work-directory");
        try (var files = Files.list(Path.of(folder))) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        }
    }
}
