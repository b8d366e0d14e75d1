package io.patchbay.deployment.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentSpec.Rollout;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.microsoft.graph.GraphOutcome.Answered;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.microsoft.intune.AppRelation;
import io.patchbay.microsoft.intune.IntuneApp;
import io.patchbay.microsoft.intune.IntuneApps;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A new version supersedes the old ones where people install the application themselves. */
@PortalTest
class SupersedenceTests {

    private static DeploymentSpec available() {
        return Deploying.latest()
                .with(List.of(new Assignment(Intent.AVAILABLE, Target.ALL_USERS, null, null, null, null, false)))
                .retaining(10);
    }

    private static DeploymentId published(Deploying contoso, DeploymentSpec spec, String... versions) {
        var id = contoso.publish(Deploying.SEVEN_ZIP, spec);
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        for (var version : versions) {
            contoso.publishers().release("7zip.7zip", version);
            contoso.readCatalog();
            contoso.synchronizeNow();
            contoso.awaitStatus(id, VersionStatus.SUCCESS);
        }
        return id;
    }

    private static List<AppRelation> relations(Portal portal, Deploying contoso, String version) {
        var outcome = portal.bean(IntuneApps.class)
                .relations(Contoso.TENANT, contoso.app(version).id());
        return outcome instanceof Answered<List<AppRelation>>(var found) ? found : List.of();
    }

    private static String settings(Portal portal, Deploying contoso, String version) {
        var outcome = portal.bean(IntuneApps.class)
                .find(Contoso.TENANT, contoso.app(version).id());
        return outcome instanceof Answered<Optional<IntuneApp>>(var found)
                ? String.valueOf(found.orElseThrow().assignments().getFirst().settings())
                : "";
    }

    @Test
    void onlyTheLatestVersionSupersedesAndUpdatesWhatPeopleInstalled(Portal portal) {
        var contoso = Deploying.begin(portal);
        published(contoso, available(), "25.00", "25.01");
        assertThat(relations(portal, contoso, "25.01"))
                .containsExactlyInAnyOrder(
                        AppRelation.updates(contoso.app("24.09").id()),
                        AppRelation.updates(contoso.app("25.00").id()));
        assertThat(relations(portal, contoso, "25.00")).noneMatch(AppRelation::towards);
        assertThat(settings(portal, contoso, "25.01")).contains("autoUpdateSupersededAppsState=enabled");
    }

    @Test
    void itCanBeTurnedOffAndIsNotThereWhereNothingIsAvailable(Portal portal) {
        var contoso = Deploying.begin(portal);
        published(contoso, available().with(new Rollout(false, true, null, Map.of())), "25.00");
        assertThat(relations(portal, contoso, "25.00")).isEmpty();
        assertThat(settings(portal, contoso, "25.00")).doesNotContain("enabled");
    }

    @Test
    void relationsAreCutBeforeApplicationsAreDeleted(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = published(contoso, available(), "25.00", "25.01");
        contoso.doInCompany(() -> portal.bean(Deployments.class).delete(id));
        await().until(() -> portal.database().count("deployment"), count -> count == 0);
        assertThat(contoso.apps()).isEmpty();
    }

    @Test
    void anOldVersionLeavesAndTheOthersStaySuperseded(Portal portal) {
        var contoso = Deploying.begin(portal);
        published(contoso, available().retaining(1), "25.00", "25.01");
        contoso.synchronizeNow();
        assertThat(contoso.there()).containsExactly("7-Zip 25.00", "7-Zip 25.01");
        assertThat(relations(portal, contoso, "25.01"))
                .containsExactly(AppRelation.updates(contoso.app("25.00").id()));
    }
}
