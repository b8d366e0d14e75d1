package io.patchbay.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.patchbay.catalog.AppId;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.assignment.AssignmentPlaces;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentQueries.DeploymentFilter;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentSpec.Rollout;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.quick.DeploymentTemplates;
import io.patchbay.environment.Environments;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What was taken along of a connection is made anew on a later one: previewed, in part, mapped, and nothing twice. */
@PortalTest
class CopyImportTests {

    private static final AppId GIT = new AppId("Git.Git");
    private static final Pattern PIECE = Pattern.compile(
            "name=\"pieces\"[^>]*value=\"([^\"]+)\"(?=[^>]*checked)|checked[^>]*name=\"pieces\"[^>]*value=\"([^\"]+)\"");

    /** Three deployments, one of them for nobody, and a banner, a channel and a group. */
    private static Deploying full(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.publish(
                Deploying.SEVEN_ZIP,
                Deploying.latest()
                        .with(List.of(contoso.required("Design Studio"), excluded(contoso)))
                        .retaining(3));
        var fixed = contoso.publish(
                GIT,
                Deploying.latest()
                        .with(new VersionChoice.Latest(0), Deploying.latest().installer())
                        .with(new Rollout(false, false, "As agreed", Map.of())));
        contoso.doInCompany(() -> portal.bean(Deployments.class).pause(fixed));
        Contoso.addChannelAndBanner(portal, contoso.founder());
        contoso.founder().get("/settings/users/groups/new");
        contoso.founder()
                .post(
                        "/settings/users/groups",
                        "groups",
                        contoso.group("Design Studio").toString());
        return contoso;
    }

    private static Assignment excluded(Deploying contoso) {
        var group = contoso.group("Application Packagers");
        return new Assignment(
                Intent.REQUIRED, Target.EXCLUDED_GROUP, group, "Application Packagers", null, null, false);
    }

    private static String page(Deploying contoso) {
        return "/settings/environments/" + contoso.environment() + "/intune/copy";
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

    private static void connect(Deploying contoso) {
        contoso.founder().startConnecting(contoso.environment().toString()).enterAccount(Contoso.ADMIN);
        assertThat(contoso.founder().awaitOutcome().body()).contains("Intune Tenant Connected Successfully");
    }

    private static HttpResponse<String> upload(Deploying contoso, byte[] file) {
        return upload(contoso.founder(), contoso.environment(), file);
    }

    private static HttpResponse<String> upload(Surfer surfer, Object environment, byte[] file) {
        var page = "/settings/environments/" + environment + "/intune/copy";
        surfer.visit(page);
        surfer.uploadAs("file", "copy.zip", page, file);
        return surfer.follow();
    }

    /** Imports what is selected, and says of groups what is given. */
    private static String makeSelected(Deploying contoso, String... more) {
        var fields = new ArrayList<>(List.of(more));
        PIECE.matcher(contoso.founder().visit(page(contoso)).body()).results().forEach(piece -> {
            fields.add("pieces");
            fields.add(piece.group(1) == null ? piece.group(2) : piece.group(1));
        });
        contoso.founder().post(page(contoso) + "/import", fields.toArray(String[]::new));
        return contoso.founder().follow().body();
    }

    private static List<DeploymentView> deployments(Portal portal, Deploying contoso) {
        return contoso.inCompany(() -> portal.bean(DeploymentQueries.class)
                .find(new DeploymentFilter("", null, false, null, 1))
                .page()
                .getContent());
    }

    @Test
    void afterADisconnectTheSameIsMadeAndNothingTwice(Portal portal) {
        var contoso = full(portal);
        var before = deployments(portal, contoso);
        assertThat(before).hasSize(2);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        disconnect(portal, contoso);
        assertThat(deployments(portal, contoso)).isEmpty();
        connect(contoso);

        assertThat(upload(contoso, copy).body())
                .contains("What will be imported", "7-Zip", "Latest version, x64, 2 assignments", "Maintenance")
                .contains("Design Studio", "Can be imported")
                .doesNotContain("Groups that need your decision");
        var address = portal.microsoft().receiverAddress("again").toString();
        assertThat(makeSelected(
                        contoso,
                        "pieces",
                        "channels-0",
                        "channel",
                        "channels-0",
                        "channel",
                        "",
                        "address",
                        address,
                        "address",
                        ""))
                .contains("Import result", "Imported")
                .doesNotContain("Not imported", "Can be imported");

        var after = deployments(portal, contoso);
        assertThat(after)
                .extracting(DeploymentView::spec)
                .containsExactlyElementsOf(
                        before.stream().map(DeploymentView::spec).toList());
        assertThat(after)
                .extracting(DeploymentView::state)
                .containsExactlyElementsOf(
                        before.stream().map(DeploymentView::state).toList());
        for (var table : List.of("banner", "banner_image", "channel", "group_role")) {
            assertThat(portal.database().count(table)).as(table).isOne();
        }
        assertThat(contoso.founder().visit("/events").body())
                .contains("Intune Connection Copy Imported", "Maintenance");

        var counts = portal.database().rowCounts();
        contoso.founder().visit(page(contoso));
        contoso.founder()
                .post(
                        page(contoso) + "/import",
                        "pieces",
                        "deployments-0",
                        "pieces",
                        "deployments-1",
                        "pieces",
                        "banners-0",
                        "pieces",
                        "group-roles-0");
        assertThat(contoso.founder().follow().body()).contains("Already there").doesNotContain("Not imported");
        for (var table : List.of("deployment", "banner", "channel", "group_role", "deployed_version")) {
            assertThat(portal.database().count(table)).as(table).isEqualTo(counts.get(table));
        }
    }

    @Test
    void onePieceAloneCanBeMadeAndAGroupThatIsGoneIsAskedFor(Portal portal) {
        var contoso = full(portal);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        disconnect(portal, contoso);
        var controls = portal.microsoft().controls();
        var old = contoso.group("Design Studio");
        controls.deleteGroup(Contoso.TENANT, old);
        var east = controls.createGroup(Contoso.TENANT, "Design Studio East");
        var excluded = contoso.group("Application Packagers");
        controls.deleteGroup(Contoso.TENANT, excluded);
        var renewed = controls.createGroup(Contoso.TENANT, "Application Packagers");
        connect(contoso);

        assertThat(upload(contoso, copy).body())
                .contains("Groups that need your decision", "Design Studio East (" + east + ")")
                .contains("Groups found by name", "Application Packagers (" + renewed + ")");
        contoso.founder().visit(page(contoso));
        contoso.founder().post(page(contoso) + "/import", "pieces", piece(copy, "7zip.7zip"));
        assertThat(contoso.founder().follow().body())
                .contains("Not imported", "Choose which group takes the place of Design Studio.");
        assertThat(deployments(portal, contoso)).isEmpty();

        contoso.founder()
                .post(
                        page(contoso) + "/import",
                        "pieces",
                        piece(copy, "7zip.7zip"),
                        "group",
                        old.toString(),
                        "group",
                        "",
                        "place",
                        east.toString(),
                        "place",
                        "");
        assertThat(contoso.founder().follow().body()).contains("Imported").doesNotContain("Not imported");
        assertThat(deployments(portal, contoso)).hasSize(1);
        assertThat(deployments(portal, contoso).getFirst().spec().assignments())
                .extracting(Assignment::group)
                .containsExactly(east, renewed);
        assertThat(portal.database().count("banner")).isZero();
    }

    @Test
    void accessIsNotGivenToAGroupThatOnlyHasTheName(Portal portal) {
        var contoso = full(portal);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        disconnect(portal, contoso);
        var controls = portal.microsoft().controls();
        var old = contoso.group("Design Studio").toString();
        controls.deleteGroup(Contoso.TENANT, contoso.group("Design Studio"));
        var renewed = controls.createGroup(Contoso.TENANT, "Design Studio").toString();
        connect(contoso);

        assertThat(upload(contoso, copy).body())
                .contains("Groups found by name", "Members of Design Studio (" + renewed + ") get this access.");
        assertThat(PIECE.matcher(contoso.founder().page().body())
                        .results()
                        .map(piece -> String.valueOf(piece.group(1) == null ? piece.group(2) : piece.group(1))))
                .contains("deployments-0")
                .doesNotContain("group-roles-0");
        contoso.founder().post(page(contoso) + "/import", "pieces", "group-roles-0");
        assertThat(contoso.founder().follow().body()).contains("Choose which group takes the place of Design Studio.");
        assertThat(placing(contoso, old, "", UUID.randomUUID().toString())).contains("has no security group with");
        assertThat(placing(contoso, old, renewed, "Design Studio")).contains("isn&#39;t an object ID");
        assertThat(portal.database().count("group_role")).isZero();
        assertThat(placing(contoso, old, "leave-out", renewed))
                .contains("Imported")
                .doesNotContain("Not imported");
        assertThat(portal.database().count("group_role where group_id = '" + renewed + "'"))
                .isOne();
    }

    @Test
    void aTemplateComesAlongAndMeansTheGroupOfThatName(Portal portal) {
        var contoso = full(portal);
        var ada = contoso.founder();
        var environment = contoso.environment().toString();
        UnpackedCopy.keepTemplate(ada, environment);
        var copy = UnpackedCopy.download(ada, environment);
        disconnect(portal, contoso);
        portal.microsoft().controls().deleteGroup(Contoso.TENANT, contoso.group("Design Studio"));
        var renewed = portal.microsoft().controls().createGroup(Contoso.TENANT, "Design Studio");
        connect(contoso);
        assertThat(upload(contoso, copy).body())
                .contains("Deployment templates", "1 assignment, update ring 3 days, 2 old versions");
        ada.post(page(contoso) + "/import", "pieces", "templates-0");
        assertThat(ada.follow().body()).contains("Already there");
        assertThat(portal.database().count("deployment_template")).isOne();

        portal.database().execute("delete from deployment_template");
        ada.visit(page(contoso));
        ada.post(page(contoso) + "/import", "pieces", "templates-0");
        assertThat(ada.follow().body()).contains("Imported").doesNotContain("Not imported");
        var template = contoso.inCompany(
                        () -> portal.bean(DeploymentTemplates.class).all())
                .getFirst();
        assertThat(template.name()).isEqualTo("Standard");
        assertThat(template.defaults().environments())
                .containsExactly(contoso.environment().value());
        ada.visit("/deployments/quick?app=7zip.7zip");
        assertThat(ada.post(
                                "/deployments/quick",
                                "action",
                                "apply",
                                "app",
                                "7zip.7zip",
                                "ring",
                                "0",
                                "retain",
                                "0",
                                "template",
                                template.id().toString())
                        .body())
                .contains("value=\"Design Studio\"", "The settings are from the template")
                .doesNotContain("No security group");
        var placed = contoso.inCompany(() -> portal.bean(AssignmentPlaces.class)
                .place(
                        portal.bean(Environments.class).all(),
                        template.defaults().assignments()));
        assertThat(placed.assignments().get(contoso.environment()))
                .extracting(Assignment::group)
                .containsExactly(renewed);
    }

    private static String placing(Deploying contoso, String group, String place, String typed) {
        contoso.founder().visit(page(contoso));
        return contoso.founder()
                        .post(
                                page(contoso) + "/import",
                                "pieces",
                                "group-roles-0",
                                "group",
                                group,
                                "group",
                                "",
                                "place",
                                place,
                                "place",
                                "",
                                "typed",
                                typed,
                                "typed",
                                "")
                        .body()
                + contoso.founder().follow().body();
    }

    @Test
    void whileMicrosoftDoesNotAnswerThePageSaysSo(Portal portal) {
        var contoso = full(portal);
        upload(contoso, UnpackedCopy.download(contoso.founder(), contoso.environment()));
        portal.microsoft().controls().everyGraphError(403, "Forbidden", "no");
        assertThat(contoso.founder().visit(page(contoso)).body())
                .contains("Microsoft Entra ID can&#39;t be asked about the groups", "Download a copy");
    }

    @Test
    void importedTwiceAtTheSameTimeNothingIsDoubled(Portal portal) {
        var contoso = full(portal);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        disconnect(portal, contoso);
        connect(contoso);
        upload(contoso, copy);
        var answers = IntStream.range(0, 4)
                .mapToObj(i -> contoso.founder().sameSession())
                .peek(one -> one.visit(page(contoso)))
                .toList()
                .parallelStream()
                .map(one -> one.post(
                        page(contoso) + "/import",
                        "pieces",
                        "banners-0",
                        "pieces",
                        "deployments-0",
                        "pieces",
                        "deployments-1"))
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(answers).contains(302).isSubsetOf(302, 409);
        assertThat(portal.database().count("banner")).isOne();
        assertThat(portal.database().count("deployment")).isEqualTo(2);
    }

    @Test
    void whileItIsImportedNobodyDiscardsItOrUploadsAnother(Portal portal) {
        var contoso = full(portal);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        upload(contoso, copy);
        portal.database()
                .execute(
                        "update connection_copy set importing_by = gen_random_uuid(), importing_until = timestamptz '9999-01-01'");
        assertThat(upload(contoso, copy).statusCode()).isEqualTo(409);
        assertThat(contoso.founder().post(page(contoso) + "/discard").statusCode())
                .isEqualTo(409);
        contoso.founder().visit(page(contoso));
        assertThat(contoso.founder()
                        .post(page(contoso) + "/import", "pieces", "banners-0")
                        .statusCode())
                .isEqualTo(409);
        assertThat(portal.database().count("connection_copy where importing_by is not null"))
                .isOne();
    }

    private static String piece(byte[] copy, String app) {
        var all = UnpackedCopy.of(copy).json("deployments.json");
        for (int i = 0; i < all.size(); i++) {
            if (all.path(i).path("app").asString().equals(app)) {
                return "deployments-" + i;
            }
        }
        throw new AssertionError(app);
    }

    @Test
    void aGroupCanBeLeftOutAndAnApplicationThatIsGoneIsNamed(Portal portal) {
        var contoso = full(portal);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        disconnect(portal, contoso);
        var old = contoso.group("Design Studio");
        portal.microsoft().controls().deleteGroup(Contoso.TENANT, old);
        portal.database().execute("delete from catalog_release where app_id = 'Git.Git'");
        connect(contoso);
        assertThat(upload(contoso, copy).body())
                .contains("The App Catalog doesn&#39;t have this application or version.");
        contoso.founder()
                .post(
                        page(contoso) + "/import",
                        "pieces",
                        piece(copy, "7zip.7zip"),
                        "pieces",
                        piece(copy, "Git.Git"),
                        "pieces",
                        "group-roles-0",
                        "group",
                        old.toString(),
                        "group",
                        "",
                        "place",
                        "leave-out",
                        "place",
                        "");
        assertThat(contoso.founder().follow().body()).contains("Not imported", "You chose to leave out this group.");
        assertThat(deployments(portal, contoso)).hasSize(1);
        assertThat(deployments(portal, contoso).getFirst().spec().assignments())
                .extracting(Assignment::groupName)
                .containsExactly("Application Packagers");
    }

    /** Written by the first version that wrote copies, with the key of the tests, by another company of the same tenant. */
    @Test
    void aCopyOfAnOlderVersionIsRead(Portal portal) throws IOException {
        var contoso = Deploying.begin(portal);
        var file = new ClassPathResource("copy/version-1.zip").getContentAsByteArray();
        assertThat(upload(contoso, file).body())
                .contains("7-Zip", "Latest version, x64, 2 assignments", "Git", "paused", "Maintenance", "Team")
                .doesNotContain("Groups that need your decision");
        contoso.founder().post(page(contoso) + "/import", "pieces", piece(file, "Git.Git"), "pieces", "banners-0");
        assertThat(contoso.founder().follow().body()).contains("Imported").doesNotContain("Not imported");
        assertThat(deployments(portal, contoso)).singleElement().satisfies(git -> {
            assertThat(git.state()).isEqualTo(DeploymentState.PAUSED);
            assertThat(git.spec().rollout()).isEqualTo(new Rollout(false, false, "As agreed", Map.of()));
        });
        assertThat(portal.database().count("banner_image")).isOne();
    }

    @Test
    void whatIsNoCopyAsItWasMadeIsRefusedWithTheReason(Portal portal) {
        var contoso = full(portal);
        var archive = UnpackedCopy.download(contoso.founder(), contoso.environment());
        var copy = UnpackedCopy.of(archive);
        var manifest = copy.text("manifest.json");
        var cut = Arrays.copyOf(archive, archive.length / 2);
        var deployments = copy.text("deployments.json");

        refused(contoso, new byte[0], "It isn&#39;t a copy of a connection");
        refused(contoso, "PK and more".getBytes(StandardCharsets.UTF_8), "It isn&#39;t a copy of a connection");
        refused(
                contoso,
                new UnpackedCopy(Map.of("a.txt", new byte[3])).packed(),
                "It isn&#39;t a copy of a connection");
        refused(contoso, cut, "The archive is damaged");
        refused(
                contoso,
                copy.with("deployments.json", deployments.replace("7zip.7zip", "Evil.App"))
                        .packed(),
                "deployments.json isn&#39;t as Patchbay saved it");
        refused(contoso, copy.with("extra.json", "[]").packed(), "It was changed after the download");
        refused(
                contoso,
                copy.with("manifest.json", manifest.replace("\"Contoso\"", "\"Fabrikam\""))
                        .packed(),
                "It was changed after the download");
        refused(
                contoso,
                copy.with("manifest.json", manifest.replaceFirst("\"version\" : 1", "\"version\" : 2"))
                        .packed(),
                "created by a newer version of Patchbay");
        var other = "{\"alg\":\"EdDSA\",\"kid\":\"other\",\"typ\":\"patchbay-connection-copy\"}";
        var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8));
        refused(
                contoso,
                copy.with("manifest.jws", signature + ".." + signature).packed(),
                "signed by another installation (" + portal.url() + ")");
        refused(contoso, copy.with("bomb.json", "0".repeat(60 * 1024 * 1024)).packed(), "larger than any copy");
        refused(
                contoso,
                copy.with("manifest.json", "{\"a\":[" + "[],".repeat(600_000) + "[]]}")
                        .packed(),
                "larger than any copy");
        refused(contoso, copy.with("manifest.json", "[".repeat(100_000)).packed(), "It isn&#39;t a copy");
        refused(
                contoso,
                copy.with("manifest.json", "{\"format\":" + "[".repeat(100_000)).packed(),
                "It was changed after the download");
        refused(contoso, copy.with("manifest.jws", ".".repeat(5_000)).packed(), "larger than any copy");
        refused(contoso, copy.with("manifest.jws", ".".repeat(4_000)).packed(), "It was changed after the download");
        assertThat(portal.database().count("connection_copy")).isZero();
        assertThat(contoso.founder().visit("/events").body()).contains("Intune Connection Copy Refused");
        assertThat(upload(contoso, archive).body()).contains("What will be imported");
    }

    @Test
    void filesAreUploadedOnlySoOften(Portal portal) {
        var contoso = Deploying.begin(portal);
        for (int i = 0; i < 30; i++) {
            refused(contoso, new byte[] {1}, "It isn&#39;t a copy of a connection");
        }
        assertThat(upload(contoso, new byte[] {1}).statusCode()).isEqualTo(429);
    }

    private static void refused(Deploying contoso, byte[] file, String reason) {
        var answer = upload(contoso, file);
        assertThat(answer.statusCode()).as(reason).isEqualTo(409);
        assertThat(answer.body()).contains("This file can&#39;t be imported", reason);
    }

    @Test
    void anotherCompanyImportsItOnlyOfTheTenantThatItConnected(Portal portal) {
        var contoso = full(portal);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        var bob = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        var environment = bob.environment();
        bob.connect(environment, "admin@fabrikam.onmicrosoft.com").awaitOutcome();
        assertThat(upload(bob, environment, copy).body()).contains("created by another company for another tenant");
        assertThat(portal.database().count("connection_copy")).isZero();
    }

    @Test
    void anUploadIsForgottenWhenDiscardedWithTheConnectionAndAfterADay(Portal portal) {
        var contoso = full(portal);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        upload(contoso, copy);
        upload(contoso, copy);
        assertThat(portal.database().count("connection_copy")).isOne();
        contoso.founder().post(page(contoso) + "/discard");
        assertThat(portal.database().count("connection_copy")).isZero();
        upload(contoso, copy);
        forgetAfter(Duration.ofHours(23), portal);
        assertThat(portal.database().count("connection_copy")).isOne();
        portal.database().execute("delete from scheduled_tasks where task_name = 'forget-copies'");
        forgetAfter(Duration.ofHours(2), portal);
        assertThat(portal.database().count("connection_copy")).isZero();
        upload(contoso, copy);
        disconnect(portal, contoso);
        assertThat(portal.database().count("connection_copy")).isZero();
    }

    @Test
    void whileTheConnectionIsTakenApartNothingIsUploadedOrPreviewed(Portal portal) {
        var contoso = full(portal);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        upload(contoso, copy);
        portal.database().execute("update intune_connection set disconnecting = true");
        portal.database().execute("delete from connection_copy");
        assertThat(upload(contoso, copy).statusCode()).isEqualTo(409);
        assertThat(portal.database().count("connection_copy")).isZero();
        assertThat(contoso.founder().visit(page(contoso)).body())
                .contains("being disconnected")
                .doesNotContain("What will be imported");
    }

    /** The disconnect begins after the file was read: its transaction holds the connection, so the upload waits for it. */
    @Test
    void anUploadThatWaitsForADisconnectIsRefused(Portal portal) throws Exception {
        var contoso = full(portal);
        var copy = UnpackedCopy.download(contoso.founder(), contoso.environment());
        try (var other = portal.database().asSuperuser()) {
            other.setAutoCommit(false);
            other.createStatement().execute("update intune_connection set disconnecting = true");
            var answer = CompletableFuture.supplyAsync(() -> upload(contoso, copy));
            await().until(() -> answer.isDone()
                    || portal.database()
                                    .count("pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and query like '%intune_connection%'")
                            > 0);
            other.commit();
            assertThat(answer.get().statusCode()).isEqualTo(409);
        }
        assertThat(portal.database().count("connection_copy")).isZero();
    }

    private static void forgetAfter(Duration time, Portal portal) {
        portal.microsoft().controls().advanceClock(time);
        var scheduler = portal.bean(Scheduler.class);
        var task = (RecurringTask<?>) portal.beans().getBean("forgetCopiesTask");
        scheduler.scheduleIfNotExists(task.instance(RecurringTask.INSTANCE), Instant.EPOCH);
        await().until(() -> scheduler
                .getScheduledExecution(TaskInstanceId.of(task.getName(), RecurringTask.INSTANCE))
                .filter(execution -> execution.getExecutionTime().isAfter(Instant.EPOCH))
                .isPresent());
    }
}
