package io.patchbay.deployment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.management.DeploymentDrafts;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.deployment.quick.DeploymentTemplates;
import io.patchbay.deployment.quick.QuickDefaults;
import io.patchbay.deployment.quick.QuickDeployments;
import io.patchbay.deployment.quick.QuickPlanner;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.simulator.intune.SimulatedApp;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.StatementCount;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several applications deployed at once, without a browser. */
@PortalTest
class QuickDeployTests {

    private static final String PAGE = "/deployments/quick";
    private static final List<String> TWO = List.of("7zip.7zip", "KeePassXCTeam.KeePassXC");
    private static final UUID FABRIKAM = UUID.fromString("1c6f3b9e-2d4a-4e8b-b7c5-9f8e7d6c5b4a");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\"\\s+value=\"([^\"]*)\"");

    private static String[] form(String action, List<String> apps, UUID environment, String... more) {
        var fields = Stream.of(
                "action",
                action,
                "environment",
                environment.toString(),
                "ring",
                "0",
                "retain",
                "2",
                "requires",
                "true");
        var chosen = apps.stream().flatMap(app -> Stream.of("app", app));
        return Stream.concat(Stream.concat(fields, chosen), Stream.of(more)).toArray(String[]::new);
    }

    private static String[] toGroup(String group, String... more) {
        return Stream.concat(
                        Stream.of(
                                "intent",
                                "REQUIRED",
                                "target",
                                "GROUP",
                                "group",
                                group,
                                "group",
                                "",
                                "filter",
                                "",
                                "filter",
                                "",
                                "filterMode",
                                "INCLUDE"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static String[] confirmed(String page, UUID quick, String... more) {
        var seen = SEEN.matcher(page).results().flatMap(one -> Stream.of("seen", one.group(1)));
        return Stream.concat(Stream.concat(Stream.of("quick", quick.toString()), seen), Stream.of(more))
                .toArray(String[]::new);
    }

    private static void visit(Surfer surfer, List<String> apps) {
        surfer.visit(
                PAGE + "?" + apps.stream().map(app -> Surfer.form("app", app)).collect(Collectors.joining("&")));
    }

    @Test
    void whatWasConfirmedIsDeployedOnceAsThePersonWhoConfirmedIt(Portal portal) {
        var contoso = Deploying.begin(portal);
        var ada = contoso.founder();
        var environment = contoso.environment().value();
        visit(ada, TWO);
        var page = ada.post(PAGE, form("check", TWO, environment, toGroup("Design Studio")))
                .body();
        assertThat(page)
                .contains("2 deployments will be created", "Also deployed, because it is needed: Microsoft Visual C++");
        var quick = UUID.randomUUID();
        var start = form("start", TWO, environment, toGroup("Design Studio", confirmed(page, quick)));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(ada.post(PAGE, start).headers().firstValue("Location")).hasValue(PAGE + "/" + quick);
        }
        contoso.awaitQuick(quick);
        var ids =
                portal.database().all("select deployment_id from quick_deployment_item order by app_name", UUID.class);
        assertThat(ids).hasSize(2);
        ids.forEach(id -> contoso.awaitStatus(new DeploymentId(id), VersionStatus.SUCCESS));
        var sevenZip = contoso.view(new DeploymentId(ids.getFirst()));
        assertThat(sevenZip.spec().retain()).isEqualTo(2);
        assertThat(sevenZip.spec().assignments()).containsExactly(contoso.required("Design Studio"));
        assertThat(portal.database()
                        .all("select distinct actor_email from event where type = 'DEPLOYMENT_CREATED'", String.class))
                .containsExactly(Contoso.ADMIN);
        assertThat(portal.database().count("deployment")).isEqualTo(3);
        assertThat(ada.visit(PAGE + "/" + quick).body())
                .contains("All 2 done: 2 published, 0 not deployed", "/deployments?quick=" + quick);
        assertThat(ada.visit("/deployments?quick=" + quick).body())
                .contains("7-Zip", "KeePassXC")
                .doesNotContain("<strong>Microsoft Visual C++");
    }

    @Test
    void exceptionsAreListedAndWhatWasNotSeenIsAskedAgain(Portal portal) {
        var contoso = Deploying.begin(portal);
        var ada = contoso.founder();
        var environment = contoso.environment().value();
        var apps = List.of("7zip.7zip", "KeePassXCTeam.KeePassXC", "Acme.Gone");
        visit(ada, apps);
        var wanted = new String[] {"architecture", "ARM64", "scope", "USER", "group", "", "filter", ""};
        var page = ada.post(PAGE, form("check", apps, environment, wanted)).body();
        assertThat(page)
                .contains(
                        "There is no installer for arm64. The one for x64 is deployed.",
                        "There is no installer for the user. The one for the device is deployed.",
                        "This application is no longer in the catalog.",
                        "No one gets these applications");
        contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        var start = Stream.of(wanted, confirmed(page, UUID.randomUUID())).flatMap(Stream::of);
        var again = ada.post(PAGE, form("start", apps, environment, start.toArray(String[]::new)))
                .body();
        assertThat(again).contains("Something changed since you opened this page", "Already deployed here.");
        var nobody = Stream.of(wanted, confirmed(again, UUID.randomUUID())).flatMap(Stream::of);
        assertThat(ada.post(PAGE, form("start", apps, environment, nobody.toArray(String[]::new)))
                        .body())
                .contains("select &quot;Deploy without assignments&quot;");
        assertThat(portal.database().count("quick_deployment")).isZero();
    }

    /** Another environment of the company, to which Fabrikam's tenant is connected, with a license of its own. */
    private static String branch(Portal portal, Surfer ada) {
        ada.get("/settings/environments/new");
        ada.post("/settings/environments", "name", "Branch");
        var branch = portal.database()
                .one("select environment_id from environment where name = 'Branch'", UUID.class)
                .toString();
        ada.connect(branch, "admin@fabrikam.onmicrosoft.com").awaitOutcome();
        portal.database().execute("""
                insert into license select (jsonb_populate_record(l, jsonb_build_object('license_id', gen_random_uuid(),
                  'environment_id', '%s'))).* from license l
                """.formatted(branch));
        return branch;
    }

    @Test
    void severalEnvironmentsAreDeployedToAtOnceEachToItsOwnGroup(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().times().processing(Duration.ZERO);
        var ada = contoso.founder();
        var environment = contoso.environment().value();
        var branch = branch(portal, ada);
        visit(ada, TWO);
        var check = form("check", TWO, environment, toGroup("Design Studio", "environment", branch));
        assertThat(ada.post(PAGE, check).body()).contains("Branch: No security group has a name");
        var group = portal.microsoft().controls().createGroup(FABRIKAM, "Design Studio");
        var page = ada.post(PAGE, check).body();
        assertThat(page).contains("4 deployments will be created");
        var quick = UUID.randomUUID();
        var confirmed = confirmed(page, quick, "environment", branch);
        ada.post(PAGE, form("start", TWO, environment, toGroup("Design Studio", confirmed)));
        contoso.awaitQuick(quick);
        for (var place : Map.of(environment, contoso.group("Design Studio"), UUID.fromString(branch), group)
                .entrySet()) {
            var ids = portal.database()
                    .all(
                            "select deployment_id from quick_deployment_item where environment_id = '" + place.getKey()
                                    + "'",
                            UUID.class);
            assertThat(ids).hasSize(2).allSatisfy(id -> {
                contoso.awaitStatus(new DeploymentId(id), VersionStatus.SUCCESS);
                assertThat(contoso.view(new DeploymentId(id)).spec().assignments())
                        .extracting(Assignment::group)
                        .containsExactly(place.getValue());
            });
        }
        assertThat(contoso.intune().apps(FABRIKAM))
                .extracting(SimulatedApp::displayName)
                .contains("7-Zip", "KeePassXC");
        assertThat(ada.visit(PAGE + "/" + quick).body())
                .contains("All 4 done: 4 published, 0 not deployed", "Branch", "Default Environment");
    }

    @Test
    void whereTheLicenseHasExpiredOrIsUsedUpIsToldAndTheOthersGoOn(Portal portal) {
        var contoso = Deploying.begin(portal);
        contoso.intune().times().processing(Duration.ZERO);
        var ada = contoso.founder();
        var environment = contoso.environment().value();
        var branch = branch(portal, ada);
        portal.database()
                .execute("update license set starts_at = now() - interval '60 days', ends_at = now() - interval '1 day'"
                        + " where environment_id = '" + branch + "'");
        roomForOne(portal, contoso);
        visit(ada, TWO);
        var two = List.of("7zip.7zip", "Notepad++.Notepad++");
        var page = ada.post(PAGE, form("check", two, environment, toGroup("Design Studio", "environment", branch)))
                .body();
        assertThat(page)
                .contains("1 deployment will be created", "2 exceptions")
                .contains("Your license has expired", "Your license allows no more deployments in this environment")
                .doesNotContain("No security group");
        var quick = UUID.randomUUID();
        var confirmed = confirmed(page, quick, "environment", branch);
        ada.post(PAGE, form("start", two, environment, toGroup("Design Studio", confirmed)));
        contoso.awaitQuick(quick);
        var started = portal.database()
                .all("select deployment_id from quick_deployment_item where state = 'STARTED'", UUID.class);
        assertThat(started).hasSize(1);
        contoso.awaitStatus(new DeploymentId(started.getFirst()), VersionStatus.SUCCESS);
        assertThat(ada.visit(PAGE + "/" + quick).body())
                .contains("All 4 done: 1 published, 3 not deployed", "Your license has expired");
    }

    @Test
    void whatIsDeployedBecauseItIsNeededTakesRoomToo(Portal portal) {
        var contoso = Deploying.begin(portal);
        roomForOne(portal, contoso);
        var ada = contoso.founder();
        var environment = contoso.environment().value();
        var needing = List.of("KeePassXCTeam.KeePassXC");
        visit(ada, needing);
        assertThat(ada.post(PAGE, form("check", needing, environment, toGroup("Design Studio")))
                        .body())
                .contains("Nothing can be deployed", "Your license allows no more deployments in this environment");
        portal.database().execute("delete from deployment where app_id = 'Acme.Tool1'");
        assertThat(ada.post(PAGE, form("check", needing, environment, toGroup("Design Studio")))
                        .body())
                .contains("1 deployment will be created");
    }

    /** So many active deployments that the trial allows one more. */
    private static void roomForOne(Portal portal, Deploying contoso) {
        contoso.inCompany(() -> portal.bean(DeploymentDrafts.class)
                .begin(contoso.environment(), new AppId("Git.Git"), Deploying.latest()));
        portal.database().execute("""
                insert into deployment select (jsonb_populate_record(d, jsonb_build_object('deployment_id', gen_random_uuid(),
                  'app_id', 'Acme.Tool' || i, 'state', 'ACTIVE'))).*
                from deployment d, generate_series(1, 24) i
                """);
    }

    @Test
    void whatTurnsOutImpossibleIsToldAndKeepsNoOtherFromBeingDeployed(Portal portal) {
        var contoso = Deploying.begin(portal);
        var apps = TWO.stream().map(AppId::new).toList();
        var defaults = new QuickDefaults(
                new LinkedHashSet<>(List.of(contoso.environment().value())), null, null, null, 0, 0, false, List.of());
        var plan = contoso.inCompany(() -> portal.bean(QuickPlanner.class).plan(apps, defaults, Map.of()));
        contoso.publish(Deploying.SEVEN_ZIP, Deploying.latest());
        var quick = UUID.randomUUID();
        var company = new CompanyId(portal.database().one("select company_id from company", UUID.class));
        var person = new Actor.Member(new PersonId(quick, quick), "Grace", "grace@contoso.com", null);
        Current.as(company, person, () -> {
            portal.bean(QuickDeployments.class).start(quick, plan);
            return true;
        });
        contoso.awaitQuick(quick);
        assertThat(contoso.founder().visit(PAGE + "/" + quick).body())
                .contains("Not deployed", "Already deployed here.", "KeePassXC");
        assertThat(portal.database().count("deployment")).isEqualTo(2);
        assertThat(contoso.founder()
                        .post(PAGE, form("check", TWO, contoso.environment().value(), toGroup("Design Studio")))
                        .body())
                .contains("Nothing can be deployed", "Already deployed here.");
        var bob = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        assertThat(bob.get(PAGE + "/" + quick).statusCode()).isEqualTo(404);
    }

    @Test
    void wrongInputIsAnswered(Portal portal) {
        var contoso = Deploying.begin(portal);
        var ada = contoso.founder();
        var environment = contoso.environment().value();
        assertThat(ada.visit(PAGE).body()).contains("No applications are selected");
        visit(ada, TWO);
        assertThat(ada.post(PAGE, form("check", TWO, UUID.randomUUID(), toGroup("Design Studio")))
                        .body())
                .contains("Select at least one environment.");
        assertThat(ada.post(PAGE, form("check", TWO, environment, toGroup("Nobody knows")))
                        .body())
                .contains("No security group has a name");
        assertThat(ada.post(PAGE, form("check", List.of(), environment, toGroup("Design Studio")))
                        .body())
                .contains("No applications are selected");
        var many = IntStream.range(0, 101).mapToObj(i -> "Acme.Tool" + i).toList();
        var answer = ada.get(PAGE + "?" + many.stream().map(app -> "app=" + app).collect(Collectors.joining("&")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("You can select up to 100 at a time.");
    }

    @Test
    void thePageCostsTheSameForManyApplications(Portal portal) {
        var contoso = Deploying.begin(portal);
        var ada = contoso.founder();
        var all = portal.database().all("select app_id from catalog_app order by app_id limit 100", String.class);
        visit(ada, TWO);
        var few = StatementCount.during(() -> visit(ada, TWO));
        assertThat(StatementCount.during(() -> visit(ada, all))).isEqualTo(few);
        var environment = contoso.environment().value();
        ada.post(PAGE, form("check", TWO, environment, toGroup("Design Studio")));
        var plan =
                StatementCount.during(() -> ada.post(PAGE, form("check", TWO, environment, toGroup("Design Studio"))));
        assertThat(StatementCount.during(
                        () -> ada.post(PAGE, form("check", all, environment, toGroup("Design Studio")))))
                .isEqualTo(plan);
    }

    @Test
    void aTemplateIsKeptAppliedReplacedRenamedAndDeleted(Portal portal) {
        var contoso = Deploying.begin(portal);
        var ada = contoso.founder();
        var environment = contoso.environment().value();
        visit(ada, TWO);
        var keep = form("keep", TWO, environment, toGroup("Design Studio", "name", "Standard", "scope", "MACHINE"));
        assertThat(ada.post(PAGE, keep).body()).contains("The template &quot;Standard&quot; was saved.");
        assertThat(ada.post(PAGE, form("keep", TWO, environment, toGroup("Design Studio", "name", "STANDARD")))
                        .body())
                .contains("There is already a template named &quot;STANDARD&quot;.");
        var template = portal.database().one("select template_id from deployment_template", UUID.class);
        portal.microsoft().controls().deleteGroup(Contoso.TENANT, contoso.group("Design Studio"));
        var applied = ada.post(
                        PAGE,
                        form("apply", TWO, environment, "template", template.toString(), "group", "", "filter", ""))
                .body();
        assertThat(applied)
                .contains(
                        "value=\"Design Studio\"",
                        "No security group has a name",
                        "The settings are from the template");
        ada.post(PAGE, form("overwrite", TWO, environment, toGroup("Pilot Ring", "template", template.toString())));
        ada.visit("/deployments/templates");
        ada.post("/deployments/templates/" + template + "/name", "name", "Everywhere");
        assertThat(ada.visit("/deployments/templates").body()).contains("Everywhere");
        assertThat(contoso.inCompany(
                        () -> portal.bean(DeploymentTemplates.class).all()))
                .singleElement()
                .satisfies(one -> assertThat(
                                one.defaults().assignments().getFirst().group())
                        .isEqualTo("Pilot Ring"));
        ada.post("/deployments/templates/" + template + "/deletion");
        assertThat(portal.database().count("deployment_template")).isZero();
        assertThat(portal.database()
                        .all(
                                "select type from event where type like 'DEPLOYMENT_TEMPLATE%' order by occurred_at",
                                String.class))
                .containsExactly(
                        "DEPLOYMENT_TEMPLATE_CREATED",
                        "DEPLOYMENT_TEMPLATE_UPDATED",
                        "DEPLOYMENT_TEMPLATE_UPDATED",
                        "DEPLOYMENT_TEMPLATE_DELETED");
    }

    @Test
    void theCatalogCarriesOnWhatIsTicked(Portal portal) {
        var ada = Deploying.begin(portal).founder();
        assertThat(ada.visit("/catalog?q=keepassxc&app=7zip.7zip&app=KeePassXCTeam.KeePassXC")
                        .body())
                .containsPattern("id=\"ticked-7zip.7zip\"[^>]*value=\"7zip.7zip\"")
                .containsPattern("id=\"tick-KeePassXCTeam.KeePassXC\"[^>]*checked")
                .doesNotContain("id=\"ticked-KeePassXCTeam.KeePassXC\"");
    }
}
