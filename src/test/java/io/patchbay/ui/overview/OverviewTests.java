package io.patchbay.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that people come to. */
@PortalTest
class OverviewTests {

    private static final Pattern FIGURE =
            Pattern.compile("<a href=\"([^\"]+)\">\\s*<strong>(\\d+)</strong>\\s*<span>([^<]+)</span>");

    private static String figures(String page) {
        return FIGURE.matcher(page)
                .results()
                .map(found -> found.group(3) + " " + found.group(2) + " " + found.group(1))
                .reduce("", (one, other) -> one + other + "\n");
    }

    @Test
    void aNewCompanyIsShownTheWayUntilItPutsTheChecklistAway(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(ada.visit("/").body())
                .contains("Get started", "0 of 5 done", "Connect your Intune tenant", "Add a second administrator")
                .contains("Latest events", "href=\"/events\"")
                .doesNotContain("Needs attention", "pb-figures");

        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        assertThat(ada.visit("/overview").body()).contains("1 of 5 done", "You need a license to deploy");

        ada.post("/overview/checklist");
        assertThat(ada.follow().body()).contains("Overview").doesNotContain("Get started");
    }

    @Test
    void oneHealthyEnvironmentIsOneCalmLine(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(id, VersionStatus.SUCCESS);
        contoso.synchronize();
        var page = contoso.founder().visit("/overview").body();
        assertThat(page)
                .contains("The connection to Contoso is healthy. 1 deployment is up to date.")
                .contains("3 of 5 done", "Last synchronization", "Deployment 7-Zip")
                .doesNotContain("Needs attention");
        assertThat(figures(page)).contains("Deployments 1 /deployments\n", "Updates available 0 ", "Failed 0 ");
    }

    @Test
    void whatNeedsSomebodyIsNamedWithTheNextStepAndCountedWithItsList(Portal portal) {
        var contoso = Deploying.begin(portal);
        var updated = contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        contoso.awaitStatus(updated, VersionStatus.SUCCESS);
        contoso.publishers().fail("Git.Git", DownloadFault.NOT_FOUND);
        var failed = contoso.publish(new AppId("Git.Git"), Deploying.latest());
        contoso.awaitStatus(failed, VersionStatus.FAILED);
        contoso.publishers().release("7zip.7zip", "25.00");
        contoso.readCatalog();
        var ada = contoso.founder();
        var page = ada.visit("/overview").body();
        assertThat(page).contains("Needs attention", "1 deployment failed").doesNotContain("is healthy");
        assertThat(figures(page))
                .contains(
                        "Deployments 2 /deployments\n",
                        "Updates available 1 /deployments?updates=true\n",
                        "Failed 1 /deployments?status=FAILED\n");
        assertThat(ada.visit("/deployments?updates=true").body())
                .contains("7-Zip", "Update: 25.00")
                .doesNotContain(">Git<");

        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        ada.post("/settings/environments/" + contoso.environment() + "/intune/check");
        await().until(() -> ada.visit("/overview").body().contains("Contoso: Connection lost"));
        assertThat(ada.page().body())
                .contains("Reconnect with an administrator of the tenant")
                .contains("/settings/environments/" + contoso.environment() + "/intune/reconnect");
    }
}
