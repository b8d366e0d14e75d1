package io.patchbay.portability;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Surfer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A copy of a connection, file by file, that somebody may pack again otherwise than it was. */
record UnpackedCopy(Map<String, byte[]> files) {

    static byte[] download(Surfer surfer, Object environment) {
        surfer.visit("/settings/environments/" + environment + "/intune/copy");
        return surfer.postForBytes("/settings/environments/" + environment + "/intune/copy/download");
    }

    /** Keeps a template that names the environment and a group. */
    static void keepTemplate(Surfer surfer, String environment) {
        surfer.visit("/deployments/quick?app=7zip.7zip");
        var kept = surfer.post(
                "/deployments/quick",
                "action",
                "keep",
                "name",
                "Standard",
                "app",
                "7zip.7zip",
                "environment",
                environment,
                "ring",
                "3",
                "retain",
                "2",
                "intent",
                "REQUIRED",
                "target",
                "GROUP",
                "group",
                "Design Studio",
                "group",
                "",
                "filter",
                "",
                "filter",
                "",
                "filterMode",
                "INCLUDE");
        assertThat(kept.body()).contains("The template &quot;Standard&quot; was saved.");
    }

    static UnpackedCopy of(byte[] archive) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UnpackedCopy(files);
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    JsonNode json(String name) {
        return JsonMapper.shared().readTree(files.get(name));
    }

    UnpackedCopy with(String name, String text) {
        var changed = new LinkedHashMap<>(files);
        changed.put(name, text.getBytes(StandardCharsets.UTF_8));
        return new UnpackedCopy(changed);
    }

    byte[] packed() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
