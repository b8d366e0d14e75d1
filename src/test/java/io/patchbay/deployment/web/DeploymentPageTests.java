package io.patchbay.deployment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of deployments, without a browser. */
@PortalTest
class DeploymentPageTests {

    private static String drafted(Deploying contoso, String... fields) {
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
        assertThat(contoso.founder().visit(first + "/summary").body()).contains("Only 24.08", "x86");
        assertThat(contoso.founder().visit("/deployments").body()).contains("Draft");
    }

    @ParameterizedTest
    @CsvSource({
        "policy=FIXED&version=1.2.3&kind=X64/MACHINE&ring=0, Choose one of the versions",
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
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = drafted(contoso, "policy", "LATEST", "kind", "X64/MACHINE");
        contoso.founder().visit(draft + "/assignments");
        contoso.founder()
                .post(draft + "/assignments", "rows", "REQUIRED:ALL_USERS:::false", "action", "save", "change", "0");
        var late = contoso.founder()
                .post(draft + "/assignments", "rows", "AVAILABLE:ALL_DEVICES:::false", "action", "save", "change", "0");
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
                .executeWithoutResult(status -> IntStream.range(0, 60).forEach(i -> contoso.insertActive())));
        var page = contoso.founder().visit("/deployments").body();
        assertThat(page).contains("Page 1 of 2, 60 deployments");
        assertThat(contoso.founder().visit("/deployments?page=2").body()).contains("Page 2 of 2");
        assertThat(contoso.founder().visit("/deployments?page=99").body()).contains("Page 2 of 2");
        assertThat(contoso.founder().visit("/deployments?q=zip").body()).contains("60 deployments");
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
    void anotherCompanysDeploymentsAreNotThere(Portal portal) {
        var contoso = Deploying.begin(portal);
        var id = contoso.publish(new AppId("Git.Git"), Deploying.latest()).toString();
        var eve = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        eve.visit("/catalog");
        assertThat(eve.post("/deployments/deletion", "ids", id).statusCode()).isEqualTo(404);
        for (var action : new String[] {"retry", "pause", "delete"}) {
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
        assertThat(contoso.view(new DeploymentId(java.util.UUID.fromString(id))).state())
                .isEqualTo(DeploymentState.ACTIVE);
    }
}
