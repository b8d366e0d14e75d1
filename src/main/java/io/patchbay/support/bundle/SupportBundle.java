package io.patchbay.support.bundle;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.event.Category;
import io.patchbay.event.EventExport;
import io.patchbay.event.EventExport.Format;
import io.patchbay.event.EventFilter;
import io.patchbay.event.EventLog;
import io.patchbay.event.NewEvent;
import io.patchbay.event.RecordedEvent;
import io.patchbay.support.grant.SupportEventKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What support needs to understand a case, as one file: events, and how the connections stand and stood. It holds nothing that
 * the pages do not show, and no secret, since none is stored readably. Needs the same memory however much it is.
 */
@Service
public class SupportBundle {

    private static final int TIMELINE = 200;

    private final EventLog log;
    private final EventExport export;
    private final Environments environments;
    private final JsonMapper json;
    private final ObjectProvider<BuildProperties> build;
    private final Clock clock;

    SupportBundle(
            EventLog log,
            EventExport export,
            Environments environments,
            JsonMapper json,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.log = log;
        this.export = export;
        this.environments = environments;
        this.json = json;
        this.build = build;
        this.clock = clock;
    }

    /**
     * How much goes in.
     *
     * @param days how many days of events
     * @param connections whether the connections too, or events only
     */
    public record Contents(int days, boolean connections) {

        String words() {
            return connections ? "events, connections, versions" : "events, versions";
        }
    }

    /** Says in the log of the current company that a bundle is taken. */
    @Transactional
    public void begin(Contents contents) {
        log.append(NewEvent.of(SupportEventKind.SUPPORT_BUNDLE_DOWNLOADED, contents.days())
                .with("days", contents.days())
                .with("contents", contents.words()));
    }

    /** Writes the bundle of the current company as a zip. */
    public void write(Contents contents, OutputStream out) throws IOException {
        var from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(contents.days());
        var filter = new EventFilter("", from, null, null, null, null, null, null);
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            add(zip, "README.txt", writer -> writer.write(readme(contents, from)));
            add(zip, "events.csv", writer -> export.write(filter, Format.CSV, writer::write));
            add(zip, "events.jsonl", writer -> export.write(filter, Format.JSON_LINES, writer::write));
            add(zip, "versions.json", writer -> writer.write(json.writeValueAsString(versions())));
            if (contents.connections()) {
                add(zip, "connections.json", writer -> writer.write(json.writeValueAsString(connections())));
            }
        }
    }

    @FunctionalInterface
    private interface Part {
        void write(Writer writer) throws IOException;
    }

    private static void add(ZipOutputStream zip, String name, Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        part.write(writer);
        writer.flush();
        zip.closeEntry();
    }

    private String readme(Contents contents, LocalDate from) {
        return """
                Patchbay support bundle, created %s

                events.csv, events.jsonl   the event log since %s
                versions.json              versions of Patchbay and its environment
                %s
                The bundle contains no passwords, tokens, license keys, or other secrets. Like the event log, it contains
                names, email addresses, and network addresses of the people who acted.
                """.formatted(
                clock.instant(),
                from,
                contents.connections() ? "connections.json           status and history of each connection\n" : "");
    }

    private Map<String, String> versions() {
        var versions = new LinkedHashMap<String, String>();
        versions.put(
                "patchbay",
                build.stream().findFirst().map(BuildProperties::getVersion).orElse("not packaged"));
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    private List<Map<String, Object>> connections() {
        var all = new ArrayList<Map<String, Object>>();
        for (var environment : environments.all()) {
            all.add(connection(environment));
        }
        return all;
    }

    private Map<String, Object> connection(EnvironmentView environment) {
        var described = new LinkedHashMap<String, Object>();
        described.put("environment", environment.name());
        var connection = environment.connection();
        if (connection != null) {
            described.put("tenant ID", connection.tenantId().toString());
            described.put("primary domain", connection.primaryDomain());
            described.put("connected at", connection.connectedAt().toString());
            described.put("status", connection.health().name());
        }
        described.put(
                "history",
                log.ofEnvironment(environment.id(), Category.INTUNE, TIMELINE).stream()
                        .map(SupportBundle::described)
                        .toList());
        return described;
    }

    private static Map<String, Object> described(RecordedEvent event) {
        var described = new LinkedHashMap<String, Object>();
        described.put("at", event.occurredAt().toString());
        described.put("title", event.title());
        described.put("description", event.description());
        described.putAll(event.details());
        return described;
    }
}
