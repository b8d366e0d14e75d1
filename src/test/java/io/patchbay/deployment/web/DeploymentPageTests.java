package io.patchbay.deployment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.patchbay.catalog.AppId;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.DeploymentDrafts;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of deployments, without a browser. */
@PortalTest
class DeploymentPageTests {

    static String drafted(Deploying contoso, String... fields) {
        var ada = contoso.founder();
        ada.visit("/deployments/new?app=7zip.7zip");
        var all = Stream.concat(
                        Stream.of("environment", contoso.environment().toString(), "app", "7zip.7zip", "ring", "0"),
                        Stream.of(fields))
                .toArray(String[]::new);
        var answer = ada.post("/deployments", all);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(0, location.lastIndexOf('/'));
    }

    @Test
    void aDraftBegunTwiceIsOne(Portal portal) {
        var contoso = Deploying.begin(portal);
        var first = drafted(contoso, "policy", "LATEST", "kind", "X64/MACHINE");
        assertThat(drafted(contoso, "policy", "FIXED", "version", "24.08", "kind", "X86/MACHINE"))
                .isEqualTo(first);
        assertThat(contoso.founder().visit(first + "/summary").body()).contains("Fixed: 24.08", "x86");
        assertThat(contoso.founder().visit("/deployments").body()).contains("Draft");
    }

    @ParameterizedTest
    @CsvSource({
        "policy=FIXED&version=1.2.3&kind=X64/MACHINE&ring=0, Choose a version",
        "policy=LATEST&kind=ARM/MACHINE&ring=0, Choose an architecture and scope",
        "policy=LATEST&kind=X64/MACHINE&ring=91, Enter a number of days"
    })
    void theFirstStepSaysWhatIsWrong(String form, String problem, Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.founder().visit("/deployments/new?app=7zip.7zip");
        var fields = Stream.concat(
                        Stream.of(
                                "app",
                                "7zip.7zip",
                                "environment",
                                contoso.environment().toString()),
                        Stream.of(form.split("[&=]")))
                .toArray(String[]::new);
        var answer = contoso.founder().post("/deployments", fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(problem);
        assertThat(portal.database().count("deployment")).isZero();
    }

    @Test
    void theSecondStepSaysWhatIsWrong(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = drafted(contoso, "policy", "LATEST", "kind", "X64/MACHINE");
        contoso.founder().visit(draft + "/configuration");
        var answer = contoso.founder()
                .post(
                        draft + "/configuration",
                        "install",
                        "",
                        "uninstall",
                        "x",
                        "detection",
                        "FILE",
                        "codes",
                        "zero success",
                        "retain",
                        "11",
                        "change",
                        "0");
        assertThat(answer.body())
                .contains(
                        "Enter the install command",
                        "Enter a folder and name",
                        "Enter each return code as a number",
                        "Choose a number from 0 to 10");
    }

    @Test
    void aDependencyOfTheManifestIsOfferedChosenAndShown(Portal portal) {
        var contoso = Deploying.begin(portal);
        var keepass = new AppId("KeePassXCTeam.KeePassXC");
        var id = contoso.inCompany(
                () -> portal.bean(DeploymentDrafts.class).begin(contoso.environment(), keepass, Deploying.latest()));
        var draft = "/deployments/" + id;
        var page = contoso.founder().visit(draft + "/configuration").body();
        assertThat(page).contains("Deploy and require Microsoft Visual C++", "(14.30 or later)");
        assertThat(checked(page, "requires-0")).isFalse();
        configure(
                contoso,
                draft,
                "0",
                "detection",
                "AUTOMATIC",
                "rollout",
                "true",
                "requires",
                "Microsoft.VCRedist.2015+.x64",
                "requires",
                "Acme.NotOffered");
        assertThat(checked(contoso.founder().visit(draft + "/configuration").body(), "requires-0"))
                .isTrue();
        assertThat(contoso.founder().visit(draft + "/summary").body()).contains("Deployed and required");
        assertThat(contoso.view(id).spec().rollout().requires()).containsOnlyKeys("Microsoft.VCRedist.2015+.x64");
    }

    @Test
    void detectionByTheMarkerAndSelfUpdatingAreChosenAndShownAgain(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = drafted(contoso, "policy", "LATEST", "kind", "X64/MACHINE");
        assertThat(checked(contoso.founder().visit(draft + "/configuration").body(), "detection-AUTOMATIC"))
                .isTrue();
        configure(contoso, draft, "0", "detection", "MARKER");
        assertThat(checked(contoso.founder().visit(draft + "/configuration").body(), "detection-MARKER"))
                .isTrue();
        configure(contoso, draft, "1", "detection", "AUTOMATIC", "updatesItself", "true");
        var page = contoso.founder().visit(draft + "/configuration").body();
        assertThat(checked(page, "updatesItself")).isTrue();
        assertThat(page).contains("patchbay-uninstall.ps1");
        configure(contoso, draft, "2", "detection", "AUTOMATIC");
        page = contoso.founder().visit(draft + "/configuration").body();
        assertThat(checked(page, "updatesItself")).isFalse();
    }

    @Test
    void whatHappensOnADeviceIsSaidWithNothingLeftToBeFilledIn(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = drafted(contoso, "policy", "LATEST", "kind", "X64/MACHINE");
        var page = contoso.founder().visit(draft + "/configuration").body();
        assertThat(effect(page))
                .contains("msiexec /i &quot;7z", ".msi&quot; /quiet", "msiexec /X{")
                .doesNotContain("{file}", "{productCode}");
        assertThat(effect(page)).contains("Windows Installer lists product code {", "in version 24.09 or later");
        var typed = contoso.founder()
                .post(
                        draft + "/configuration/effect",
                        "install",
                        "run {file} {version}",
                        "uninstall",
                        "remove",
                        "detection",
                        "FILE",
                        "folder",
                        "%ProgramFiles%\\7-Zip",
                        "file",
                        "7z.exe",
                        "codes",
                        "0 success",
                        "retain",
                        "0",
                        "change",
                        "0")
                .body();
        assertThat(effect(typed)).contains("run 7z", "24.09", "%ProgramFiles%\\7-Zip\\7z.exe exists.");
        assertThat(contoso.founder().visit(draft + "/summary").body()).contains("Windows Installer lists");
    }

    @Test
    void aDeploymentSaysWhatItsVersionDoesOnADevice(Portal portal) {
        var contoso = Deploying.begin(portal);
        portal.bean(Scheduler.class).pause();
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        portal.microsoft().controls().publishers().release("7zip.7zip", "25.01");
        portal.importCatalog();
        assertThat(effect(contoso.founder().visit("/deployments/" + id).body()))
                .contains(
                        "msiexec /i &quot;7z",
                        "in version 24.09 or later",
                        "Device (SYSTEM)",
                        "3010: success, restart needed")
                .contains("AppWorkload.log")
                .doesNotContain("{file}", "{productCode}", "25.01");
    }

    private static String effect(String page) {
        return page.substring(page.indexOf("id=\"effect\""), page.indexOf("</dl>", page.indexOf("id=\"effect\"")));
    }

    @Test
    void withTheConnectionLostNothingIsOfferedThatCannotBeDone(Portal portal) {
        var contoso = Deploying.begin(portal);
        portal.bean(Scheduler.class).pause();
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        assertThat(contoso.founder().visit("/deployments").body()).contains("Sync now", ">Retry<");
        assertThat(contoso.founder().visit("/deployments/" + id).body()).contains("/assignments\"");
        portal.database().execute("update intune_connection set state = 'LOST', problem = 'CONSENT_MISSING'");
        assertThat(contoso.founder().visit("/deployments").body())
                .contains("Unavailable: the connection is lost", "/intune\"")
                .doesNotContain("Sync now", ">Retry<", ">Deploy an application<");
        assertThat(contoso.founder().visit("/deployments/" + id).body())
                .contains("the connection is lost", "Review connection")
                .doesNotContain("/assignments\"", "/configuration\"");
        assertThat(contoso.founder().visit("/deployments/" + id + "/deletion").body())
                .contains("Applications stay in Intune");
    }

    private static void configure(Deploying contoso, String draft, String change, String... detection) {
        var fields = Stream.concat(
                        Stream.of(
                                "install",
                                "msiexec /i \"{file}\" /quiet /norestart",
                                "uninstall",
                                usualUninstall(contoso, draft),
                                "codes",
                                "0 success",
                                "retain",
                                "0",
                                "change",
                                change),
                        Stream.of(detection))
                .toArray(String[]::new);
        var answer = contoso.founder().post(draft + "/configuration", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /** What the page offers as the command, which is then kept as the usual one. */
    private static String usualUninstall(Deploying contoso, String draft) {
        var page = contoso.founder().visit(draft + "/configuration").body();
        return page.contains("patchbay-uninstall.ps1")
                ? "%SystemRoot%\\sysnative\\WindowsPowerShell\\v1.0\\powershell.exe -NoProfile -ExecutionPolicy Bypass"
                        + " -File patchbay-uninstall.ps1"
                : "msiexec /X{productCode} /qn /norestart";
    }

    private static boolean checked(String page, String id) {
        var from = page.indexOf("id=\"" + id + "\"");
        assertThat(from).as("a field " + id).isNotNegative();
        return page.substring(page.lastIndexOf('<', from), page.indexOf('>', from))
                .contains("checked");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = drafted(contoso, "policy", "LATEST", "kind", "X64/MACHINE");
        contoso.founder().visit(draft + "/assignments");
        contoso.founder().post(draft + "/assignments", AssignmentPageTests.row("REQUIRED", "ALL_USERS", ""));
        var late =
                contoso.founder().post(draft + "/assignments", AssignmentPageTests.row("AVAILABLE", "ALL_DEVICES", ""));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Another person changed this deployment");
    }

    @Test
    void anApplicationThatCannotBePackedSaysWhy(Portal portal) {
        var contoso = Deploying.begin(portal);
        assertThat(contoso.founder()
                        .visit("/deployments/new?app=Microsoft.WindowsTerminal")
                        .body())
                .contains("This application can&#39;t be deployed");
        assertThat(contoso.founder().get("/deployments/new?app=No.Such").statusCode())
                .isEqualTo(404);
    }

    @Test
    void manyArePagedSearchedAndTreatedAtMostTwentyAtATime(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.doInCompany(() -> portal.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> IntStream.range(0, 40).forEach(i -> contoso.insertActive())));
        var page = contoso.founder().visit("/deployments").body();
        assertThat(page).contains("Page 1 of 2, 40 deployments");
        assertThat(contoso.founder().visit("/deployments?page=2").body()).contains("Page 2 of 2");
        assertThat(contoso.founder().visit("/deployments?page=99").body()).contains("Page 2 of 2");
        assertThat(contoso.founder().visit("/deployments?q=zip").body()).contains("40 deployments");
        assertThat(contoso.founder().visit("/deployments?q=%25").body()).contains("No matching deployments");
        var ids = page.lines()
                .filter(line -> line.contains("name=\"ids\""))
                .flatMap(line -> Stream.of("ids", line.replaceAll(".*value=\"([^\"]+)\".*", "$1")))
                .limit(42)
                .toArray(String[]::new);
        assertThat(contoso.founder().post("/deployments/selection", ids).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anUpdateIsShownWithItsNotesAndPublishedAtOnceWithoutWaitingForTheRing(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        var ring = Deploying.latest()
                .with(new VersionChoice.Latest(30), Deploying.latest().installer());
        contoso.doInCompany(() ->
                portal.bean(Deployments.class).change(id, ring, contoso.view(id).change()));
        var ada = contoso.founder();
        assertThat(ada.visit("/deployments/" + id).body()).doesNotContain("Update now");
        contoso.publishers().release("7zip.7zip", "25.00");
        contoso.readCatalog();
        assertThat(ada.visit("/deployments/" + id).body())
                .contains("Version 25.00 is available", "https://www.7-zip.org/history.txt", "Update now");

        ada.post("/deployments/" + id + "/update");
        assertThat(ada.follow().body()).contains("Success - Update started", "Publishing 25.00 started");
        ada.post("/deployments/" + id + "/update");
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        assertThat(contoso.there()).containsExactly("7-Zip 24.09", "7-Zip 25.00");
        assertThat(ada.visit("/deployments/" + id).body())
                .contains("25.00 published", "24.09 replaced by a newer version", "Deployment created by")
                .doesNotContain("Update now");
        assertThat(ada.visit("/events").body()).containsOnlyOnce(">Update of 7-Zip to 25.00 Requested<");
    }

    @Test
    void ofSeveralEachIsUpdatedThatHasAnUpdateAndIsActive(Portal portal) {
        var contoso = Deploying.begin(portal);
        var updated = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        var current = contoso.publish(new AppId("Git.Git"), Deploying.latest());
        var paused = contoso.publish(new AppId("Notepad++.Notepad++"), Deploying.latest());
        Stream.of(updated, current, paused).forEach(id -> contoso.awaitStatus(id, VersionStatus.SUCCESS));
        contoso.founder().post("/deployments/" + paused + "/pause");
        contoso.publishers().release("7zip.7zip", "25.00");
        contoso.publishers().release("Notepad++.Notepad++", "99.0");
        contoso.readCatalog();
        var page = selected(contoso, "update", updated.value(), current.value(), paused.value());
        assertThat(page)
                .contains("Success - Update started", "Git: There is no newer version to publish.")
                .contains("Notepad++: Only active deployments can be updated.");
        contoso.awaitStatus(updated, VersionStatus.SUCCESS);
        assertThat(contoso.latest(updated).version()).isEqualTo("25.00");
        assertThat(contoso.view(paused).update()).isNull();
    }

    /** One that cannot be done stands before one that can: the rest is done all the same, and it is named with the reason. */
    @Test
    void ofSeveralRetriedEachIsRetriedThatCanBe(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.publishers().fail("7zip.7zip", DownloadFault.NOT_FOUND);
        contoso.publishers().fail("Git.Git", DownloadFault.UNAVAILABLE);
        var failed = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        var retrying = contoso.publish(new AppId("Git.Git"), Deploying.latest());
        contoso.awaitStatus(failed, VersionStatus.FAILED);
        contoso.awaitStatus(retrying, VersionStatus.RETRYING);
        contoso.founder().post("/settings/environments/" + contoso.environment() + "/intune/pause");
        var page = selected(contoso, "retry", failed.value(), retrying.value());
        assertThat(page).contains("Retry started").contains("7-Zip: ").doesNotContain("Git: ");
        assertThat(contoso.latest(failed).status()).isEqualTo(VersionStatus.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"pause, PAUSED", "delete, DELETING"})
    void ofSeveralTheRestIsDoneWhereOneIsGone(String action, DeploymentState state, Portal portal) {
        var contoso = Deploying.begin(portal);
        portal.bean(Scheduler.class).pause();
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        var page = selected(contoso, action, UUID.randomUUID(), id.value());
        assertThat(page).contains("Unknown deployment: It has been deleted.");
        assertThat(contoso.view(id).state()).isEqualTo(state);
    }

    @Test
    void ofSeveralDeletedEachIsDeletedThatCanBe(Portal portal) {
        var contoso = Deploying.begin(portal);
        portal.bean(Scheduler.class).pause();
        var active = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        var path = drafted(contoso, "policy", "LATEST", "kind", "X64/MACHINE");
        var draft = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        disconnect(contoso);
        var page = selected(contoso, "delete", active.value(), draft);
        assertThat(page).contains("7-Zip: ").contains("Deleting the deployment");
        assertThat(contoso.view(active).state()).isEqualTo(DeploymentState.ACTIVE);
        assertThat(portal.database().count("deployment")).isOne();
    }

    /** A disconnect that was begun and whose job is not running. */
    private static void disconnect(Deploying contoso) {
        var page = "/settings/environments/" + contoso.environment() + "/intune/delete";
        contoso.founder().visit(page);
        contoso.founder().post(page, "domain", "contoso.com", "leave", "false");
    }

    /** Does it with the selected, and reads the page that says what came of it. */
    private static String selected(Deploying contoso, String action, UUID... ids) {
        var deletion = action.equals("delete");
        var fields = Stream.concat(
                        deletion ? Stream.of() : Stream.of("action", action),
                        Stream.of(ids).flatMap(id -> Stream.of("ids", id.toString())))
                .toArray(String[]::new);
        var path = deletion ? "/deployments/deletion" : "/deployments/selection";
        var answer = contoso.founder().post(path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return contoso.founder().visit("/deployments").body();
    }

    @AfterEach
    void goOn(Portal portal) {
        portal.bean(Scheduler.class).resume();
    }

    @Test
    void anotherCompanysDeploymentsAreNotThere(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(new AppId("Git.Git"), Deploying.latest()).toString();
        var eve = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        eve.visit("/catalog");
        assertThat(eve.post("/deployments/deletion", "ids", id).statusCode()).isEqualTo(404);
        for (var action : new String[] {"retry", "pause", "update", "delete"}) {
            assertThat(eve.post("/deployments/selection", "ids", id, "action", action)
                            .statusCode())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(eve.post(
                                "/deployments/synchronization",
                                "environment",
                                contoso.environment().toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(contoso.view(new DeploymentId(UUID.fromString(id))).state()).isEqualTo(DeploymentState.ACTIVE);
    }
}
