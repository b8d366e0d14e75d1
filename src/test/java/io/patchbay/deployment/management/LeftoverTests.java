package io.patchbay.deployment.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.DeploymentQueries.DeploymentFilter;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.simulator.intune.SimulatedApp;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a connection left in Intune can be taken over, deleted or left alone once the tenant is connected again. */
@PortalTest
class LeftoverTests {

    private static Deploying connectedAgain(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(
                Deploying.SEVEN_ZIP,
                Deploying.latest()
                        .with(List.of(contoso.required("Design Studio")))
                        .retaining(2));
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        newer(contoso, "25.00");
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        contoso.intune().createByHand(Contoso.TENANT, "Somebody's own");
        var delete = "/settings/environments/" + contoso.environment() + "/intune/delete";
        contoso.founder().visit(delete);
        contoso.founder().post(delete, "domain", "contoso.com", "leave", "true");
        await().until(() -> portal.database().count("intune_connection") == 0);
        contoso.founder().startConnecting(contoso.environment().toString()).enterAccount(Contoso.ADMIN);
        assertThat(contoso.founder().awaitOutcome().body())
                .contains("Intune Tenant Connected Successfully", page(contoso));
        return contoso;
    }

    private static void newer(Deploying contoso, String version) {
        contoso.publishers().release("7zip.7zip", version);
        contoso.readCatalog();
        contoso.synchronizeNow();
    }

    private static String page(Deploying contoso) {
        return "/deployments/environments/" + contoso.environment() + "/leftovers";
    }

    private static void post(Deploying contoso, String address, String... more) {
        contoso.founder().visit(page(contoso));
        var fields = new ArrayList<>(List.of(more));
        contoso.apps().stream().map(SimulatedApp::id).forEach(id -> fields.addAll(List.of("apps", id)));
        contoso.founder().post(address, fields.toArray(String[]::new));
    }

    private static DeploymentView deployment(Portal portal, Deploying contoso) {
        return contoso.inCompany(() -> portal.bean(DeploymentQueries.class)
                .find(new DeploymentFilter("", null, false, null, 1))
                .page()
                .getContent()
                .getFirst());
    }

    @Test
    void theyBecomeADeploymentWithAssignmentsVersionsAndRetention(Portal portal) {
        var contoso = connectedAgain(portal);
        assertThat(contoso.founder().visit(page(contoso)).body())
                .contains("Select 7-Zip 25.00", "Select 7-Zip 24.09", "Possible, as 7zip.7zip")
                .doesNotContain("Somebody");
        post(contoso, page(contoso), "action", "adopt");
        assertThat(contoso.founder().follow().body()).contains("1 deployment taken over");
        var taken = deployment(portal, contoso);
        assertThat(taken.versions()).extracting(VersionView::version).containsExactlyInAnyOrder("25.00", "24.09");
        assertThat(contoso.latest(taken.id()).version()).isEqualTo("25.00");
        assertThat(taken.spec().retain()).isEqualTo(1);
        assertThat(taken.spec().assignments()).containsExactly(contoso.required("Design Studio"));
        assertThat(contoso.founder().visit("/events").body()).contains("Deployment 7-Zip Taken Over");
        assertThat(contoso.founder().visit(page(contoso)).body()).contains("has no applications");
        post(contoso, page(contoso), "action", "adopt");
        assertThat(portal.database().count("deployment")).isOne();

        newer(contoso, "25.01");
        contoso.awaitStatus(taken.id(), VersionStatus.SUCCESS);
        assertThat(contoso.latest(taken.id()).version()).isEqualTo("25.01");
        contoso.synchronizeNow();
        assertThat(contoso.there()).containsExactly("7-Zip 25.00", "7-Zip 25.01", "Somebody's own ");
    }

    @Test
    void theyAreDeletedOnceAskedFor(Portal portal) {
        var contoso = connectedAgain(portal);
        post(contoso, page(contoso), "action", "delete");
        assertThat(contoso.founder().page().body())
                .contains("Delete applications?", "7-Zip 24.09", "7-Zip 25.00", "(1 assignment)");
        assertThat(contoso.there()).hasSize(3);
        post(contoso, page(contoso) + "/deletion");
        await().until(() -> {
            portal.microsoft().controls().advanceClock(Duration.ofMinutes(1));
            return portal.database().count("deployment") == 0;
        });
        assertThat(contoso.there()).containsExactly("Somebody's own ");
    }

    @Test
    void whatAnotherCompanyOwnsIsNoLeftover(Portal portal) {
        var contoso = connectedAgain(portal);
        new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        var mark = contoso.app("25.00").notes().replaceFirst("(?s).*patchbay:", "");
        portal.database().execute("""
                with made as (
                  insert into deployment select e.company_id, gen_random_uuid(), e.environment_id, 'x.y', 'x', 'y',
                    'ACTIVE', '{}', now(), 'Test', now(), 0
                  from environment e join company c using (company_id) where c.name = 'Fabrikam'
                  returning company_id, deployment_id)
                insert into deployed_version (company_id, version_id, deployment_id, app_version, reason, status, progress,
                  attempts, visible_from, created_at, manually_assigned, version)
                select company_id, '%s', deployment_id, '25.00', 'CREATED', 'SUCCESS', '{}', 0, now(), now(), false, 0 from made
                """.formatted(mark));
        assertThat(contoso.founder().visit(page(contoso)).body())
                .contains("Select 7-Zip 24.09")
                .doesNotContain("25.00");
        post(contoso, page(contoso), "action", "adopt");
        assertThat(deployment(portal, contoso).versions())
                .extracting(VersionView::version)
                .containsExactly("24.09");
    }
}
