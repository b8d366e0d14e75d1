package io.patchbay.portability.transfer;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.PortablePart;
import io.patchbay.environment.PortableRecord;
import io.patchbay.event.EventExport;
import io.patchbay.event.EventFilter;
import io.patchbay.event.EventLog;
import io.patchbay.event.FileSignatures;
import io.patchbay.event.NewEvent;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.portability.archive.ArchiveWriter;
import io.patchbay.portability.archive.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Lets people take a connection along. Taking it is an event; what was collected is then written without a transaction. */
@Service
public class CopyExport {

    private static final int EVENTS_AT_MOST = 50_000;
    private static final String EVENTS = "events";

    private final Environments environments;
    private final ObjectProvider<PortablePart<?>> parts;
    private final ObjectProvider<PortableRecord> records;
    private final EventExport events;
    private final EventLog log;
    private final FileSignatures signatures;
    private final JsonMapper json;
    private final PortalProperties portal;
    private final ObjectProvider<BuildProperties> build;
    private final Clock clock;

    CopyExport(
            Environments environments,
            ObjectProvider<PortablePart<?>> parts,
            ObjectProvider<PortableRecord> records,
            EventExport events,
            EventLog log,
            FileSignatures signatures,
            JsonMapper json,
            PortalProperties portal,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.environments = environments;
        this.parts = parts;
        this.records = records;
        this.events = events;
        this.log = log;
        this.signatures = signatures;
        this.json = json;
        this.portal = portal;
        this.build = build;
        this.clock = clock;
    }

    /**
     * What is taken along, but for the events.
     *
     * @param files by name
     */
    public record Collected(EnvironmentId environment, Manifest manifest, Map<String, byte[]> files) {}

    /**
     * Collects what is to be taken along, and says so in the log.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected
     */
    @Transactional
    public Collected collect(EnvironmentId environment) {
        var view = environments.get(environment);
        var tenant = view.requireConnection();
        var files = new LinkedHashMap<String, byte[]>();
        int items = 0;
        for (var part : parts.orderedStream().toList()) {
            var pieces = part.pieces(environment);
            items += pieces.size();
            files.put(part.name() + ".json", written(pieces));
            files.putAll(part.pictures(environment));
        }
        records.orderedStream()
                .forEach(one -> one.content(environment)
                        .ifPresent(content -> files.put(one.name() + ".json", written(content))));
        log.append(NewEvent.of(PortabilityEventKind.INTUNE_COPY_EXPORTED, tenant.tenantName(), items)
                .in(environment)
                .tenant(tenant.tenantId())
                .with("tenant", tenant.tenantName())
                .with("items", items));
        return new Collected(environment, manifest(view, tenant), files);
    }

    private byte[] written(Object content) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
    }

    private Manifest manifest(EnvironmentView environment, EnvironmentView.ConnectionView tenant) {
        return new Manifest(
                Manifest.FORMAT,
                Manifest.VERSION,
                build.stream().findFirst().map(BuildProperties::getVersion).orElse("-"),
                clock.instant(),
                Current.actor().name(),
                portal.baseUrl().toString(),
                Current.company().value(),
                Current.scope().map(Current.Scope::companyName).orElse(""),
                environment.id().value(),
                environment.name(),
                tenant.tenantId(),
                tenant.tenantName(),
                List.of());
    }

    /** Writes it with the newest events of the environment; holds no connection while the reader is slow. */
    public void write(Collected collected, OutputStream out) throws IOException {
        var archive = new ArchiveWriter(out, collected.manifest().exportedAt());
        for (var file : collected.files().entrySet()) {
            archive.add(file.getKey(), file.getValue());
        }
        var filter = new EventFilter("", null, null, null, null, null, null, collected.environment(), ZoneOffset.UTC);
        archive.add(
                EVENTS + ".jsonl",
                entry -> events.writeNewest(
                        filter, EVENTS_AT_MOST, line -> entry.write(line.getBytes(StandardCharsets.UTF_8))));
        for (var schema : schemas()) {
            archive.add(
                    "schema/" + schema + ".json",
                    new ClassPathResource("copy/schema/" + schema + ".json").getContentAsByteArray());
        }
        archive.finish(collected.manifest(), json, signatures);
    }

    private List<String> schemas() {
        var names =
                new ArrayList<>(parts.orderedStream().map(PortablePart::name).toList());
        records.orderedStream().map(PortableRecord::name).forEach(names::add);
        names.addAll(List.of(EVENTS, "manifest"));
        return names;
    }
}
