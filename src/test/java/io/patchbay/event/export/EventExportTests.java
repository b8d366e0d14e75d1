package io.patchbay.event.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.ManyEvents;
import io.patchbay.event.chain.SealJob;
import io.patchbay.event.chain.SealedEntry;
import io.patchbay.event.head.LogKeys;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Taking the log along. */
@PortalTest
class EventExportTests {

    private final JsonMapper json = new JsonMapper();

    private static Surfer withEvents(Portal portal, int number, String title) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var company = portal.database().one("select company_id from company", UUID.class);
        portal.database().execute("truncate event, event_unsealed, event_seal, event_chain");
        ManyEvents.write(portal, company, number, 1, title);
        return ada;
    }

    @Test
    void hasTheDocumentedColumnsAndEveryEventOnce(Portal portal) {
        var ada = withEvents(portal, 11_000, "Entry");
        var answer = ada.post("/events/export", "format", "CSV");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"events_log_entries.csv\"");
        var lines = answer.body().split("\r\n");
        assertThat(lines[0])
                .isEqualTo(
                        "\uFEFFDate,Title,Architecture,Installer Type,User,Category,Operation,Type,Version,Description");
        assertThat(portal.database().count("event where type = 'EVENTS_EXPORTED'"))
                .isEqualTo(1);
        assertThat(lines).hasSize(1 + 11_000).doesNotHaveDuplicates();
        assertThat(lines[1])
                .matches("[0-9-]+T[0-9:]+Z,Entry 0,-,-,Person 0,Company,Updated,General,-,Number 0 of many\\.");
    }

    @Test
    void honorsTheFiltersAndIsAnEventItself(Portal portal) {
        var ada = withEvents(portal, 90, "Entry");
        var answer = ada.post("/events/export", "format", "JSON_LINES", "category", "INTUNE", "q", "entry 1");

        var lines = answer.body().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines).allSatisfy(line -> {
            var event = json.readTree(line);
            assertThat(event.get("category").asString()).isEqualTo("Intune");
            assertThat(event.get("user").get("name").asString()).startsWith("Person");
        });
        assertThat(portal.database()
                        .one("select details ->> 'filter' from event where type = 'EVENTS_EXPORTED'", String.class))
                .isEqualTo("text entry 1, category Intune");
        assertThat(portal.database()
                        .one("select details ->> 'events' from event where type = 'EVENTS_EXPORTED'", String.class))
                .isEqualTo("5");
    }

    @Test
    void noCellIsTakenForAFormula(Portal portal) {
        for (var formula :
                new String[] {"=1+1", "+1", "-1", "@SUM(1)", " =1+1", "\t=1", "=HYPERLINK(\"http://x\",\"y\")"}) {
            var ada = withEvents(portal, 1, formula);
            var row = ada.post("/events/export", "format", "CSV").body().split("\r\n")[1];
            var cell = row.substring(row.indexOf(',') + 1);
            assertThat(cell).as(formula).startsWith("\"'");
            portal.reset();
        }
    }

    @Test
    void ofAnotherCompanyHasNothing(Portal portal) {
        withEvents(portal, 20, "Secret entry");
        var bob = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        assertThat(bob.post("/events/export", "format", "JSON_LINES").body()).doesNotContain("Secret entry");
    }

    /** Each is an event of those after it. */
    @Test
    void doesNotContainItself(Portal portal) {
        var ada = withEvents(portal, 3, "Entry");
        for (int before = 0; before < 3; before++) {
            assertThat(portal.database().count("event where type = 'EVENTS_EXPORTED'"))
                    .isEqualTo(2L * before);
            var lines = ada.post("/events/export", "format", "JSON_LINES")
                    .body()
                    .lines()
                    .toList();
            assertThat(lines).hasSize(3 + 2 * before);
            assertThat(lines.stream().filter(line -> line.contains("EVENTS_EXPORTED")))
                    .hasSize(2 * before);
            var rows = ada.post("/events/export", "format", "CSV").body().split("\r\n");
            assertThat(rows).as("with its heading").hasSize(1 + 3 + 2 * before + 1);
        }
    }

    @Test
    void jsonLinesEndWithASignedHeadOnceAnythingIsSealed(Portal portal) {
        var ada = withEvents(portal, 3, "Entry");
        portal.bean(SealJob.class).sealAll();
        var lines = ada.post("/events/export", "format", "JSON_LINES")
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(4);
        var head = json.readTree(lines.getLast()).get("head").asString();
        assertThat(portal.bean(LogKeys.class).read(head))
                .hasValueSatisfying(signed -> assertThat(signed.seq()).isEqualTo(3));
    }

    /** As a customer does it: the program and the keys from the portal, and no secret. */
    @Test
    void aVerifiableExportIsCheckedWithThePublicKeysAlone(Portal portal, @TempDir Path directory) throws Exception {
        var ada = withEvents(portal, 2_500, "Entry");
        portal.bean(SealJob.class).sealAll();
        Files.writeString(
                directory.resolve("VerifyExport.java"),
                ada.get("/.well-known/patchbay/VerifyExport.java").body());
        Files.writeString(
                directory.resolve("keys.json"),
                ada.get("/.well-known/patchbay/keys.json").body());
        var older = verifiable(ada);
        ManyEvents.write(portal, portal.database().one("select company_id from company", UUID.class), 2, 1, "Later");
        portal.bean(SealJob.class).sealAll();
        var intact = verifiable(ada);
        assertThat(older).hasSize(2_502);
        assertThat(intact.size()).isGreaterThan(older.size());
        Files.writeString(directory.resolve("heads.txt"), "kept: " + intact.getLast() + "\nand " + older.getLast());

        assertThat(run(directory, intact)).startsWith("0 INTACT. Entries 1 to").contains("agrees with 2 heads");
        assertThat(run(directory, older)).startsWith("1 NOT INTACT.").contains("an older export");
        assertThat(run(directory, changed(intact, 100, line -> line.replace("Person", "Nobody"))))
                .startsWith("1 NOT INTACT. Entry 100 was changed.");
        assertThat(run(directory, without(intact, 100)))
                .contains("1 NOT INTACT. Where entry 100 should be is entry 101");
        assertThat(run(directory, without(intact, intact.size() - 1)))
                .contains("NOT INTACT. There is no signed head at its end");
        assertThat(run(directory, without(intact, intact.size() - 2))).contains("NOT INTACT. It ends with entry");
        assertThat(run(directory, without(intact, 0)))
                .contains("NOT INTACT. The file does not begin with a signed start");
        var swapped = new ArrayList<>(intact);
        Collections.swap(swapped, 100, 101);
        assertThat(run(directory, swapped)).contains("1 NOT INTACT. Where entry 100 should be is entry 101");
        assertThat(run(directory, rewritten(intact)))
                .contains("1 NOT INTACT. An entry was changed and all later hashes");
        assertThat(run(
                        directory,
                        changed(
                                intact,
                                intact.size() - 1,
                                line -> line.replaceFirst("\\.[^.]{20}", ".eyJhYWFhYWFhYWFhYWFh"))))
                .startsWith("1 NOT INTACT. The signature of a head is wrong");
    }

    private static List<String> verifiable(Surfer ada) {
        var answer = ada.post("/events/export", "format", "VERIFIABLE");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    private static List<String> without(List<String> lines, int index) {
        var left = new ArrayList<>(lines);
        left.remove(index);
        return left;
    }

    private static List<String> changed(List<String> lines, int index, UnaryOperator<String> change) {
        var other = new ArrayList<>(lines);
        other.set(index, change.apply(lines.get(index)));
        assertThat(other.get(index)).isNotEqualTo(lines.get(index));
        return other;
    }

    /** By somebody who knows how hashes are made, and does not have the key. */
    private static List<String> rewritten(List<String> lines) {
        var other = new ArrayList<String>();
        other.add(lines.getFirst());
        var digest = new byte[32];
        for (var line : lines.subList(1, lines.size() - 1)) {
            var content = line.substring(0, line.lastIndexOf(",\"hash\":")).replace("Entry 2000", "Entry 0");
            digest = SealedEntry.digest(digest, content);
            other.add(SealedEntry.line(content, digest));
        }
        other.add(lines.getLast());
        return other;
    }

    /** What it ends with, and what it says. */
    private static String run(Path directory, List<String> lines) throws IOException, InterruptedException {
        Files.write(directory.resolve("export.jsonl"), lines);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "VerifyExport.java", "export.jsonl", "keys.json", "heads.txt")
                .directory(directory.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
