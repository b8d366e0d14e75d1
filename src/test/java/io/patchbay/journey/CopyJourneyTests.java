package io.patchbay.journey;

import com.microsoft.playwright.Page;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentQueries.DeploymentFilter;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.testsupport.BrowserTest;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection is taken along before it is deleted, and made anew of the file after the tenant was connected again. */
@PortalTest
@BrowserTest
class CopyJourneyTests {

    @TempDir
    Path folder;

    @Test
    void takesAConnectionAlongAndImportsIt(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.publish(
                Deploying.SEVEN_ZIP,
                Deploying.latest()
                        .with(List.of(contoso.required("Design Studio")))
                        .retaining(2));
        Contoso.addChannelAndBanner(portal, contoso.founder());
        var before = specs(portal, contoso);
        try (var ada = new Journey(portal)) {
            ada.open("/sign-in").follow("Sign in with Microsoft").giveAccount(Contoso.ADMIN);
            ada.heading("Overview").open("/settings/environments").follow("Delete");
            var download = ada.page().waitForDownload(() -> ada.press("Download a copy"));
            var file = folder.resolve(download.suggestedFilename());
            download.saveAs(file);
            ada.looksRight("disconnect-copy");
            ada.fill("To continue, type the tenant's primary domain", "contoso.com")
                    .press("OK")
                    .sees("Success - Intune disconnected");
            Assertions.assertThat(specs(portal, contoso)).isEmpty();

            ada.startConnecting().pick(Contoso.ADMIN).heading("Intune Tenant Connected Successfully");
            var controls = portal.microsoft().controls();
            controls.deleteGroup(Contoso.TENANT, contoso.group("Design Studio"));
            controls.createGroup(Contoso.TENANT, "Design Studio Berlin");
            ada.open("/settings/environments/" + contoso.environment() + "/intune")
                    .follow("Download or import a copy")
                    .looksRight("copy");
            ada.page()
                    .getByLabel("Copy", new Page.GetByLabelOptions().setExact(true))
                    .setInputFiles(file);
            ada.press("Upload").sees("Groups that need your decision").looksRight("copy-preview");
            ada.page()
                    .getByLabel("Design Studio", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("leave-out");
            ada.press("Import").sees("Import result").looksRight("copy-result");
            Assertions.assertThat(specs(portal, contoso))
                    .containsExactlyElementsOf(
                            before.stream().map(spec -> spec.with(List.of())).toList());
        }
    }

    private static List<DeploymentSpec> specs(Portal portal, Deploying contoso) {
        return contoso.inCompany(
                () -> portal
                        .bean(DeploymentQueries.class)
                        .find(new DeploymentFilter("", null, false, null, 1))
                        .page()
                        .getContent()
                        .stream()
                        .map(DeploymentView::spec)
                        .toList());
    }
}
