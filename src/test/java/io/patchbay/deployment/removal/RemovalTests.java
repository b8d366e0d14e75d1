package io.patchbay.deployment.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.platform.job.Removal;
import io.patchbay.simulator.Outage;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deleting deployments, one by one and with the connection. */
@PortalTest
class RemovalTests {

    private static final AppId NOTEPAD = new AppId("Notepad++.Notepad++");
    private static final AppId GIT = new AppId("Git.Git");

    private static DeploymentId withOldVersion(Deploying contoso, int retain) {
        var id = contoso.publish(
                Deploying.SEVEN_ZIP,
                Deploying.latest()
                        .with(List.of(contoso.required("Design Studio")))
                        .retaining(retain));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        for (var version : List.of("25.00", "25.01")) {
            contoso.publishers().release("7zip.7zip", version);
            contoso.readCatalog();
            contoso.synchronizeNow();
            contoso.awaitStatus(id, VersionStatus.SUCCESS);
        }
        return id;
    }

    private static void awaitNoDeployments(Deploying contoso, Portal portal) {
        await().atMost(Duration.ofSeconds(30)).until(() -> portal.database().count("deployment"), count -> count == 0);
        assertThat(portal.database().count("deployed_version")).isZero();
    }

    @Test
    void deletingTakesTheLatestAndTheRetainedVersionsOutAndLeavesWhatIsAssignedByHand(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = withOldVersion(contoso, 2);
        contoso.intune()
                .assignByHand(Contoso.TENANT, contoso.app("24.09").id(), contoso.group("Design Studio"), "available");
        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(id));
        awaitNoDeployments(contoso, portal);
        assertThat(contoso.there()).containsExactly("7-Zip 24.09");
        assertThat(contoso.founder().visit("/events").body()).contains("Deployment 7-Zip Deleted");
    }

    @Test
    void anApplicationThatAnotherOneNeedsGoesAfterIt(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = withOldVersion(contoso, 2);
        contoso.intune()
                .relate(
                        Contoso.TENANT,
                        contoso.app("24.09").id(),
                        contoso.app("25.01").id());
        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(id));
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(1));
        awaitNoDeployments(contoso, portal);
        assertThat(contoso.apps()).isEmpty();
    }

    @Test
    void whatIsGoneAlreadyOrThrottledDoesNotStopADeletion(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = withOldVersion(contoso, 2);
        contoso.intune().deleteByHand(Contoso.TENANT, contoso.app("25.00").id());
        contoso.intune().faults().failNext(AppCall.DELETE, AppFault.TOO_MANY, 2);
        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(id));
        awaitNoDeployments(contoso, portal);
        assertThat(contoso.apps()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "CONFLICT", "PRECONDITION_FAILED", "UNAVAILABLE_RETRY_AFTER"})
    void whatPassesIsTriedAgainAndNothingIsLeft(AppFault fault, Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        contoso.intune().faults().failNext(AppCall.DELETE, fault, 8);
        var removal = portal.bean(AppRemoval.class);
        var target = new AppRemoval.Target(
                UUID.randomUUID(), contoso.apps().getFirst().id(), true);
        for (int i = 0; i < 8; i++) {
            assertThat(contoso.inCompany(() -> removal.remove(Contoso.TENANT, target)))
                    .isInstanceOf(Removal.NotNow.class);
            portal.microsoft().controls().advanceClock(Duration.ofSeconds(30));
        }
        assertThat(contoso.inCompany(() -> removal.remove(Contoso.TENANT, target)))
                .isInstanceOf(Removal.Removed.class);
        assertThat(contoso.apps()).isEmpty();
    }

    @Test
    void theConnectionTakesThreeDeploymentsWithItButNotWhatIsAssignedByHand(Portal portal) {
        var contoso = Deploying.begin(portal);
        withOldVersion(contoso, 2);
        for (var app : List.of(NOTEPAD, GIT)) {
            contoso.awaitStatus(contoso.publish(app, Deploying.latest()), VersionStatus.SUCCESS);
        }
        contoso.intune().createByHand(Contoso.TENANT, "Somebody's own");
        var byHand = contoso.app("24.09").id();
        contoso.intune().assignByHand(Contoso.TENANT, byHand, contoso.group("Design Studio"), "available");
        var page = disconnectPage(contoso);
        assertThat(contoso.founder().visit(page).body())
                .contains("7-Zip 25.01 (latest)")
                .contains("7-Zip 25.00 (old, unassigned)")
                .contains("7-Zip 24.09 (old, assigned manually; stays in Intune)")
                .contains("Delete the applications from Intune");
        contoso.founder().post(page, "domain", "contoso.com", "leave", "false");
        awaitNoDeployments(contoso, portal);
        await().until(() -> portal.database().count("intune_connection"), count -> count == 0);
        assertThat(contoso.intune().names(Contoso.TENANT).keySet())
                .containsExactlyInAnyOrder("7-Zip 24.09", "Somebody's own ");
        assertThat(contoso.founder().visit("/events").body()).contains("Intune Connection Removed");
        assertThat(portal.database()
                        .one(
                                "select details ->> 'left behind' from event where type = 'INTUNE_CONNECTION_REMOVED'",
                                String.class))
                .contains("7-Zip 24.09")
                .contains(byHand);
    }

    @Test
    void anotherDomainDisconnectsNothing(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        var answer = contoso.founder().post(disconnectPage(contoso), "domain", "contoso.example", "leave", "false");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .as("the dialog, with what was typed and chosen")
                .contains("The domain doesn&#39;t match", "value=\"contoso.example\"", "Delete the applications");
        assertThat(portal.database().count("intune_connection")).isOne();
    }

    @Test
    void applicationsCanBeLeftInIntune(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        contoso.founder().post(disconnectPage(contoso), "domain", "CONTOSO.com", "leave", "true");
        awaitNoDeployments(contoso, portal);
        assertThat(contoso.there()).containsExactly("7-Zip 24.09");
    }

    @Test
    void aLostConnectionLeavesTheApplicationsAndSaysSo(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.awaitStatus(contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest()), VersionStatus.SUCCESS);
        portal.microsoft().controls().outage(Outage.SERVER_ERROR);
        assertThat(contoso.founder().visit(disconnectPage(contoso)).body())
                .contains("removed from Intune at the moment", "keeps trying for up to 24 hours")
                .contains("Delete the applications from Intune");
        portal.microsoft().controls().outage(Outage.NONE);
        assertThat(contoso.founder().visit(disconnectPage(contoso)).body()).doesNotContain("cannot-remove");
        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        assertThat(contoso.founder().visit(disconnectPage(contoso)).body())
                .contains("removed from Intune", "they stay in Intune with their assignments")
                .doesNotContain("Delete the applications from Intune");
        contoso.founder().post(disconnectPage(contoso), "domain", "contoso.com", "leave", "false");
        awaitNoDeployments(contoso, portal);
        await().until(
                        () -> portal.database().count("disconnect_run where finished_at is not null"),
                        count -> count == 1);
        assertThat(contoso.there()).containsExactly("7-Zip 24.09");

        var report = disconnectPage(contoso).replace("delete", "disconnects/")
                + portal.database().one("select run_id::text from disconnect_run", String.class);
        assertThat(contoso.founder().visit(report).body())
                .contains("1 application is still in Intune", "Microsoft no longer gives Patchbay access")
                .doesNotContain("Reconnect it");
        var app = contoso.apps().getFirst();
        assertThat(contoso.founder().visit(report + "/cleanup").body()).contains("appId/" + app.id());
        var script = contoso.founder().get(report + "/cleanup.ps1").body();
        var entries = Pattern.compile("Id = '([^']*)'; Mark = '([^']*)'")
                .matcher(script)
                .results()
                .toList();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.group(1)).isEqualTo(app.id());
            assertThat(app.notes()).contains(entry.group(2));
        });
    }

    private static String disconnectPage(Deploying contoso) {
        return "/settings/environments/" + contoso.environment() + "/intune/delete";
    }
}
