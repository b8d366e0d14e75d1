package io.patchbay.deployment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.deployment.Deploying;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentState;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To whom a deployment goes, as the wizard asks it, without JavaScript. */
@PortalTest
class AssignmentPageTests {

    /** The fields of a form with one row, saved. */
    static String[] row(String intent, String target, String group) {
        return fields("save", intent, target, group);
    }

    private static String[] fields(String action, String... rows) {
        var fields = Stream.<String>builder();
        for (int i = 0; i < rows.length; i += 3) {
            Stream.of(
                            "intent",
                            rows[i],
                            "target",
                            rows[i + 1],
                            "group",
                            rows[i + 2],
                            "filter",
                            "",
                            "filterMode",
                            "INCLUDE")
                    .forEach(fields);
        }
        Stream.of("group", "", "filter", "", "action", action, "change", "0").forEach(fields);
        return fields.build().toArray(String[]::new);
    }

    private static String draft(Deploying contoso) {
        var draft = DeploymentPageTests.drafted(contoso, "policy", "LATEST", "kind", "X64/MACHINE");
        contoso.founder().visit(draft + "/assignments");
        return draft;
    }

    private static DeploymentId id(String draft) {
        return new DeploymentId(UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)));
    }

    private static List<String> assigned(Deploying contoso, String draft) {
        return contoso.view(id(draft)).spec().assignments().stream()
                .map(one -> one.intent() + " " + one.target() + " " + one.groupName())
                .toList();
    }

    /** Without a button pressed to add it, and however the name is written. */
    @ParameterizedTest
    @CsvSource({"Design Studio", "design studio"})
    void whatIsFilledInIsTaken(String name, Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = draft(contoso);
        var answer = contoso.founder().post(draft + "/assignments", row("AVAILABLE", "GROUP", name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(assigned(contoso, draft)).containsExactly("AVAILABLE GROUP Design Studio");
    }

    @Test
    void aGroupIsMeantByItsIdentifierToo(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = draft(contoso);
        var typed = "Whatever (" + contoso.group("Design Studio") + ")";
        contoso.founder().post(draft + "/assignments", row("REQUIRED", "EXCLUDED_GROUP", typed));
        assertThat(assigned(contoso, draft)).containsExactly("REQUIRED EXCLUDED_GROUP Design Studio");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GROUP | Design | No security group is named &quot;Design&quot;. Choose one from the list: Design Studio",
                "GROUP | Nobody, at all | No security group has a name with a word that begins with &quot;Nobody, at all",
                "EXCLUDED_GROUP | '' | Choose a group, or remove this assignment",
                "GROUP | 11111111-2222-3333-4444-555555555555 | This group no longer exists"
            })
    void whatCannotBeTakenIsRefusedAndKept(String target, String name, String problem, Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = draft(contoso);
        var page = contoso.founder()
                .post(draft + "/assignments", fields("save", "AVAILABLE", "ALL_USERS", "", "UNINSTALL", target, name))
                .body();
        assertThat(page).contains(problem, "value=\"" + name + "\"", "Check the highlighted fields");
        assertThat(assigned(contoso, draft)).isEmpty();
    }

    @Test
    void ofGroupsWithOneNameOneIsChosen(Portal portal) {
        var contoso = Deploying.begin(portal);
        portal.microsoft().controls().createGroup(Contoso.TENANT, "Kiosks");
        portal.microsoft().controls().createGroup(Contoso.TENANT, "Kiosks");
        var draft = draft(contoso);
        var page = contoso.founder()
                .post(draft + "/assignments", row("REQUIRED", "GROUP", "Kiosks"))
                .body();
        assertThat(page).contains("Several groups are named", "<option value=\"Kiosks (");
    }

    @Test
    void oneIsNotAssignedTwice(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = draft(contoso);
        var rows = fields("save", "REQUIRED", "ALL_USERS", "", "REQUIRED", "ALL_USERS", "");
        assertThat(contoso.founder().post(draft + "/assignments", rows).body()).contains("already in the list");
    }

    @Test
    void rowsAreAddedAndRemovedWithoutSaving(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = draft(contoso);
        var more = contoso.founder()
                .post(draft + "/assignments", fields("add", "UNINSTALL", "GROUP", "Half a na"))
                .body();
        assertThat(more).contains("value=\"Half a na\"", "Assignment 2").doesNotContain("Assignment 3");
        var fewer = contoso.founder()
                .post(draft + "/assignments", fields("remove0", "UNINSTALL", "GROUP", "Half a na"))
                .body();
        assertThat(fewer).doesNotContain("Half a na", "Assignment 1\"");
        assertThat(assigned(contoso, draft)).isEmpty();
    }

    @Test
    void theSummaryAsksBeforeItDeploysToNobody(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = draft(contoso);
        contoso.founder().post(draft + "/assignments", row("REQUIRED", "EXCLUDED_GROUP", "Design Studio"));
        assertThat(contoso.founder().visit(draft + "/summary").body()).contains("No one gets this application");
        var refused = contoso.founder().post(draft + "/publication");
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("Go back and assign the application");
        assertThat(contoso.view(id(draft)).state()).isEqualTo(DeploymentState.DRAFT);
        contoso.founder().post(draft + "/publication", "toNobody", "true");
        assertThat(contoso.view(id(draft)).state()).isEqualTo(DeploymentState.ACTIVE);
    }

    @Test
    void whomItConcernsIsCounted(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = draft(contoso);
        var rows = fields(
                "save",
                "REQUIRED",
                "GROUP",
                "Design Studio",
                "AVAILABLE",
                "ALL_DEVICES",
                "",
                "UNINSTALL",
                "GROUP",
                "Desi");
        assertThat(contoso.founder().post(draft + "/assignments/reach", rows).body())
                .contains("Design Studio", "6 people", "managed devices")
                .doesNotContain("Uninstall");
        contoso.founder().post(draft + "/assignments", row("REQUIRED", "GROUP", "Design Studio"));
        assertThat(contoso.founder().visit(draft + "/assignments/reach").body()).contains("6 people");
    }

    @Test
    void whatIsTypedIsSought(Portal portal) {
        var contoso = Deploying.begin(portal);
        var draft = draft(contoso);
        assertThat(contoso.founder()
                        .visit(draft + "/assignments/groups?group=Stu")
                        .body())
                .contains("value=\"Design Studio\"")
                .doesNotContain("<main");
    }
}
