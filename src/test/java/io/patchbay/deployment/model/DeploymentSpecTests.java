package io.patchbay.deployment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.microsoft.intune.ReturnCode;
import io.patchbay.microsoft.intune.ReturnCode.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is wanted of a deployment, as it is stored and compared. */
@Tag("fast")
class DeploymentSpecTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DeploymentSpec SPEC = DeploymentSpec.of(
            new VersionChoice.Latest(0), new InstallerChoice(Architecture.X64, InstallScope.MACHINE, "de-DE"));

    /** As version 1.0 stored it. */
    private static String old(String codes) {
        return """
                {"choice": {"policy": "LATEST", "ringDays": 3},
                 "installer": {"architecture": "X64", "scope": "MACHINE"},
                 "commands": {"install": null, "uninstall": null, "preScript": null, "postScript": null},
                 "detection": {"kind": "AUTOMATIC"}, "returnCodes": %s,
                 "scopeTags": {"0": "Default"}, "categories": {}, "retain": 2, "assignments": []}
                """.formatted(codes);
    }

    @Test
    void whatWasStoredBeforeIsReadWithTheManifestsReturnCodes() {
        var usual = JSON.writeValueAsString(ReturnCode.USUAL);
        var spec = JSON.readValue(old(usual), DeploymentSpec.class);
        assertThat(spec.language()).isNull();
        assertThat(spec.returnCodes()).isEmpty();
        assertThat(spec.retain()).isEqualTo(2);
        var own = JSON.readValue(old("[{\"code\": 5, \"meaning\": \"RETRY\"}]"), DeploymentSpec.class);
        assertThat(own.returnCodes()).containsExactly(new ReturnCode(5, Meaning.RETRY));
    }

    @Test
    void whatIsStoredNowIsReadAsItWas() {
        var usual = new ArrayList<>(ReturnCode.USUAL);
        usual.sort(Comparator.comparing(ReturnCode::code));
        var spec = with(SPEC.detection(), usual);
        assertThat(JSON.readValue(JSON.writeValueAsString(spec), DeploymentSpec.class))
                .isEqualTo(spec);
        assertThat(spec.returnCodes())
                .as("the usual ones, since somebody chose them")
                .isEqualTo(usual);
        assertThat(SpecDifference.between(SPEC, spec)).isEqualTo("return codes");
        assertThat(SPEC.samePackage(spec)).isFalse();
        assertThat(SPEC.sameContent(spec, false)).isTrue();
    }

    @Test
    void aMarkerAndSelfUpdatingAreInTheScriptsAndOtherDetectionIsNot() {
        var marker = with(new Detection.ByMarker(), List.of());
        var file = with(new Detection.ByFile("C:\\Acme", "a.exe"), List.of());
        assertThat(SPEC.sameContent(marker, false)).isFalse();
        assertThat(marker.sameContent(SPEC, false)).isFalse();
        assertThat(SPEC.sameContent(file, false)).isTrue();
        assertThat(file.sameContent(with(new Detection.ByScript("exit 0"), List.of()), false))
                .isTrue();
        assertThat(SPEC.sameContent(with(new Detection.Automatic(true), List.of()), false))
                .isFalse();
        assertThat(marker.sameContent(
                        with(new Detection.ByMarker(), List.of(new ReturnCode(5, Meaning.SUCCESS))), false))
                .as("the install script knows what success is")
                .isFalse();
    }

    @Test
    void onlyAnotherInstallerOrOtherScriptsNeedOtherContent() {
        var french = new InstallerChoice(Architecture.X64, InstallScope.MACHINE, "fr-FR");
        assertThat(SPEC.sameContent(SPEC.with(SPEC.choice(), french), false)).isFalse();
        assertThat(SpecDifference.between(SPEC, SPEC.with(SPEC.choice(), french)))
                .isEqualTo("language");
        assertThat(SPEC.sameContent(with("setup /a", null, null, null), false)).isTrue();
        assertThat(SPEC.sameContent(with("setup /a", null, null, null), true)).isFalse();
        assertThat(SPEC.sameContent(with("setup /a", "setup /x", null, null), false))
                .isTrue();
        assertThat(SPEC.sameContent(with(null, "powershell -File patchbay-uninstall.ps1", null, null), false))
                .isFalse();
        assertThat(SPEC.sameContent(with(null, null, "exit 0", null), false)).isFalse();
        assertThat(with(null, null, null, "exit 0").sameContent(with("setup /a", null, null, "exit 0"), false))
                .isFalse();
        assertThat(with(null, "setup /x", null, null).sameContent(SPEC, false)).isFalse();
    }

    private static DeploymentSpec with(
            @Nullable String install, @Nullable String uninstall, @Nullable String before, @Nullable String after) {
        return new DeploymentSpec(
                SPEC.choice(),
                SPEC.installer(),
                new InstallCommands(install, uninstall, before, after),
                SPEC.detection(),
                List.of(),
                SPEC.scopeTags(),
                SPEC.categories(),
                0,
                List.of(),
                SPEC.rollout());
    }

    private static DeploymentSpec with(Detection detection, List<ReturnCode> codes) {
        return new DeploymentSpec(
                SPEC.choice(),
                SPEC.installer(),
                SPEC.commands(),
                detection,
                codes,
                SPEC.scopeTags(),
                SPEC.categories(),
                0,
                List.of(),
                SPEC.rollout());
    }
}
