package io.patchbay.deployment.publishing;

import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.catalog.Release;
import io.patchbay.catalog.manifest.ManifestFile;
import io.patchbay.catalog.manifest.ManifestFolder;
import io.patchbay.catalog.manifest.ManifestReader;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.Detection;
import io.patchbay.deployment.model.InstallCommands;
import io.patchbay.deployment.model.InstallerChoice;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.microsoft.intune.DetectionRule;
import io.patchbay.microsoft.intune.PackedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans of packages whose manifests stand in {@code src/test/resources/device/manifests}, and the scripts they lead to. */
final class WellKnownPackages {

    static final List<String> IDS = List.of(
            "7zip.7zip",
            "Notepad++.Notepad++",
            "Google.Chrome",
            "Mozilla.Firefox",
            "VideoLAN.VLC",
            "Zoom.Zoom",
            "Git.Git",
            "Microsoft.VisualStudioCode",
            "Adobe.Acrobat.Reader.64-bit",
            "PuTTY.PuTTY");

    private static final Path MANIFESTS = Path.of("src/test/resources/device/manifests");
    private static final InstallerChoice CHOICE = new InstallerChoice(Architecture.X64, InstallScope.MACHINE);

    private WellKnownPackages() {}

    static Release read(String manifest) {
        var file = new ManifestFile(
                "one.yaml", "", () -> new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
        var reading = ManifestReader.read(new ManifestFolder("", List.of(file)));
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(reading.problems().toString());
        }
        var parsed = reading.releases().getFirst();
        return new Release(
                parsed.app(),
                parsed.name(),
                parsed.publisher(),
                parsed.description(),
                null,
                null,
                null,
                parsed.version(),
                parsed.locale(),
                null,
                Instant.EPOCH,
                false,
                parsed.installers());
    }

    static Release release(String id) throws IOException {
        return read(Files.readString(MANIFESTS.resolve(id + ".yaml")));
    }

    static DeploymentSpec spec(Detection detection, InstallCommands commands) {
        var usual = DeploymentSpec.of(new VersionChoice.Latest(0), CHOICE);
        return new DeploymentSpec(
                usual.choice(),
                usual.installer(),
                commands,
                detection,
                usual.returnCodes(),
                usual.scopeTags(),
                usual.categories(),
                usual.retain(),
                usual.assignments(),
                usual.rollout());
    }

    static InstallPlan plan(Release release, DeploymentSpec spec) {
        return new InstallPlan(
                release, InstallerSelection.of(release, spec.installer()).orElseThrow(), spec);
    }

    static InstallPlan plan(String id) throws IOException {
        return plan(release(id), spec(Detection.OF_MANIFEST, InstallCommands.OF_MANIFEST));
    }

    /** The scripts of a plan, texts by the name of their file. */
    static Map<String, String> scripts(InstallPlan plan) {
        var scripts = new TreeMap<String, String>();
        for (var file : plan.files(List.of())) {
            if (file instanceof PackedFile.InMemory(var name, var bytes)) {
                scripts.put(name, new String(bytes, StandardCharsets.UTF_8));
            }
        }
        for (var rule : plan.detection()) {
            if (rule instanceof DetectionRule.Script(var content)) {
                scripts.put("detection.ps1", content);
            }
        }
        return scripts;
    }

    /** The scripts that stand as files, texts by path. */
    static Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        var plans = new ArrayList<Map.Entry<String, InstallPlan>>();
        for (var id : IDS) {
            plans.add(Map.entry(id, plan(id)));
        }
        plans.add(Map.entry(
                "with-marker/7zip.7zip",
                plan(release("7zip.7zip"), spec(new Detection.ByMarker(), InstallCommands.OF_MANIFEST))));
        plans.add(Map.entry(
                "with-marker/Zoom.Zoom",
                plan(
                        release("Zoom.Zoom"),
                        spec(
                                new Detection.ByMarker(),
                                new InstallCommands(
                                        null, "\"CleanZoom.exe\" /silent", "exit 0", "Write-Output 'Done'")))));
        plans.add(Map.entry(
                "with-strange-names",
                plan(
                        strange(release("Git.Git")),
                        spec(
                                Detection.OF_MANIFEST,
                                new InstallCommands("\"{file}\" /x='$(calc)' \u00e9 `n", null, "exit 0", null)))));
        plans.forEach(plan ->
                scripts(plan.getValue()).forEach((name, text) -> files.put(plan.getKey() + "/" + name, text)));
        return files;
    }

    /** The same, called what nobody would call it. */
    static Release strange(Release release) {
        return new Release(
                release.app(),
                "O\u2019Brien's \"T\u00f6\u00f6l\" $(Remove-Item) ${env:X} `n #marker \u767e\u5ea6 \ud83d\ude00 @'%PATH%\n'; exit 0",
                "\u5317\u4eac\u5ea6\u53cb\u79d1\u6280\u6709\u9650\u516c\u53f8 'Inc'",
                release.description(),
                null,
                null,
                null,
                "1.0-b\u00e9ta'; exit 0 #",
                null,
                null,
                release.since(),
                false,
                release.installers());
    }
}
