package io.patchbay.simulator;

import static io.patchbay.simulator.IntunePeer.at;
import static io.patchbay.simulator.IntunePeer.said;
import static io.patchbay.simulator.IntunePeer.toAll;
import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Intune requires of assignments: P10, P12 and P14 of intune-in-the-field. */
class IntuneAssignmentTests {
    private static final String FILTER = "7d2f1e0a-3c55-4b7e-8a11-0d9c6b1f2e3d";

    private final IntunePeer intune = IntunePeer.beta(CONTOSO);
    private Controls controls;

    @BeforeEach
    void consented() {
        controls = Peer.fresh();
        controls.grantConsent(CONTOSO);
    }

    private String publishedApp() {
        String app = intune.published("One");
        controls.advanceClock(controls.applications().times().processing());
        return app;
    }

    private static String to(String intent, String target, String more) {
        return "{\"@odata.type\":\"#microsoft.graph.mobileAppAssignment\",\"intent\":\"" + intent
                + "\",\"target\":{\"@odata.type\":\"#microsoft.graph." + target + "\"" + more + "}}";
    }

    private String toGroup(String target) {
        return to("required", target, ",\"groupId\":\"" + controls.group(CONTOSO, "Design Studio") + "\"");
    }

    @Test
    void malformedAssignmentsAreAnErrorOfTheServer() {
        String app = publishedApp();
        for (String wrong : new String[] {
            toAll("required").replace("\"@odata.type\":\"#microsoft.graph.mobileAppAssignment\",", ""),
            toAll("required").replace("{\"@odata.type\":\"#microsoft.graph.allLicensedUsersAssignmentTarget\"}", "{}"),
            toAll("forced"),
            to("required", "groupAssignmentTarget", ",\"groupId\":\"Everybody\""),
            to("required", "groupAssignmentTarget", ""),
            toAll("required").replace("\"intent\"", "\"settings\":{\"notifications\":\"showAll\"},\"intent\""),
        }) {
            assertThat(intune.assign(app, wrong).status()).as(wrong).isEqualTo(500);
        }
        assertThat(intune.send("POST", at(app) + "/assign", "{}").status()).isEqualTo(500);
        assertThat(intune.assign(app).status()).isEqualTo(204);
    }

    @Test
    void assignmentsThatContradictEachOtherAreRefused() {
        String app = publishedApp();
        assertThat(said(intune.assign(
                        app, toGroup("groupAssignmentTarget"), toGroup("exclusionGroupAssignmentTarget"))))
                .startsWith("400 ")
                .contains("both included and excluded");
        assertThat(said(intune.assign(app, toAll("required"), toAll("available"))))
                .startsWith("400 ")
                .contains("more than once");
        String unknown = to("required", "groupAssignmentTarget", ",\"groupId\":\"" + CONTOSO + "\"");
        assertThat(said(intune.assign(app, unknown))).startsWith("400 ").contains("not found in the directory");
        String settings = ",\"settings\":{\"@odata.type\":\"#microsoft.graph.win32LobAppAssignmentSettings\"}}";
        String exclusion = toGroup("exclusionGroupAssignmentTarget");
        assertThat(intune.assign(app, exclusion).status()).isEqualTo(204);
        assertThat(said(intune.assign(app, exclusion.substring(0, exclusion.length() - 1) + settings)))
                .startsWith("400 ")
                .contains("no settings");
    }

    @Test
    void filtersOfAssignmentsAreChecked() {
        String app = publishedApp();
        String known = ",\"deviceAndAppManagementAssignmentFilterId\":\"" + FILTER + "\"";
        String include = ",\"deviceAndAppManagementAssignmentFilterType\":\"include\"";
        String all = "allDevicesAssignmentTarget";
        assertThat(intune.assign(app, to("required", all, known + include)).status())
                .isEqualTo(204);
        assertThat(said(intune.assign(app, to("required", all, known)))).contains("A filter needs its type");
        assertThat(said(intune.assign(app, to("required", all, known.replace("7d2f", "0000") + include))))
                .startsWith("400 ")
                .contains("was not found");
    }

    @Test
    void supersededApplicationsAreUpdatedWhereTheyAreAvailable() {
        String app = publishedApp();
        String settings = "\"settings\":{\"@odata.type\":\"#microsoft.graph.win32LobAppAssignmentSettings\","
                + "\"autoUpdateSettings\":{\"autoUpdateSupersededAppsState\":\"enabled\"}},\"intent\"";
        assertThat(intune.assign(app, toAll("available").replace("\"intent\"", settings))
                        .status())
                .isEqualTo(204);
        assertThat(intune.get(at(app) + "/assignments")
                        .body()
                        .at("/value/0/settings/autoUpdateSettings/autoUpdateSupersededAppsState")
                        .asString())
                .isEqualTo("enabled");
        assertThat(said(intune.assign(app, toAll("required").replace("\"intent\"", settings))))
                .startsWith("400 ")
                .contains("available assignments");
    }
}
