package io.patchbay.microsoft.intune;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Graph takes of assignments, and what it does not (intune-in-the-field P12, P14). */
@Tag("fast")
class IntuneAssignmentTests {

    private static final UUID GROUP = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private static AppAssignment ours(Intent intent, Target target) {
        return new AppAssignment(intent, target, target.ofGroup() ? GROUP : null, null, false);
    }

    @Test
    void onlyWhatIsAvailableUpdatesWhatItSupersedes() {
        assertThat(ours(Intent.AVAILABLE, Target.ALL_USERS).json(true).toString())
                .contains("autoUpdateSupersededAppsState=enabled");
        assertThat(ours(Intent.REQUIRED, Target.GROUP).json(true).toString()).doesNotContain("autoUpdate");
        assertThat(ours(Intent.AVAILABLE, Target.ALL_USERS).json(false).toString())
                .doesNotContain("autoUpdate");
    }

    @Test
    void exclusionsCarryNoSettingsWhoeverMadeThem() {
        var given = new GivenAssignment(
                "available",
                Map.of("@odata.type", "#microsoft.graph.exclusionGroupAssignmentTarget", "groupId", GROUP.toString()),
                Map.of("notifications", "showAll"));
        assertThat(given.json(true)).doesNotContainKey("settings");
        assertThat(given.available()).isFalse();
        assertThat(ours(Intent.AVAILABLE, Target.EXCLUDED_GROUP).json(true)).doesNotContainKey("settings");
    }

    @Test
    void settingsThatSomebodyMadeStayBesideTheUpdate() {
        var given = new GivenAssignment(
                "available",
                Map.of("@odata.type", "#microsoft.graph.allLicensedUsersAssignmentTarget"),
                Map.of("@odata.type", "#microsoft.graph.win32LobAppAssignmentSettings", "notifications", "hideAll"));
        assertThat(given.json(true).toString())
                .contains("notifications=hideAll")
                .contains("autoUpdateSupersededAppsState=enabled");
    }
}
