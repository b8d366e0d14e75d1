package io.patchbay.deployment.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Windows lists as installed, as {@code Get-UninstallEntries} gives it. */
record UninstallEntry(
        String id,
        String place,
        String key,
        String displayName,
        String displayVersion,
        String publisher,
        String uninstallString,
        String quietUninstallString,
        boolean windowsInstaller,
        boolean systemComponent) {

    static List<UninstallEntry> all() throws IOException {
        return rows(Path.of("src/test/resources/device/uninstall-entries.txt")).stream()
                .map(UninstallEntry::of)
                .toList();
    }

    /** The lines of a table, split into their columns. */
    static List<List<String>> rows(Path table) throws IOException {
        return Files.readAllLines(table, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\\|", -1)))
                .map(row -> row.stream().map(String::strip).toList())
                .toList();
    }

    private static UninstallEntry of(List<String> row) {
        return new UninstallEntry(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8).contains("msi"),
                row.get(8).contains("hidden"));
    }
}
