package io.patchbay.portability.transfer;

import io.patchbay.environment.ConnectionLock;
import io.patchbay.environment.Environments;
import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.GroupMapping.MappedGroup;
import io.patchbay.environment.PortablePart;
import io.patchbay.environment.PortablePart.Prospect;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.portability.archive.ArchiveReader;
import io.patchbay.portability.archive.ReadArchive;
import io.patchbay.portability.archive.UnusableFileException;
import io.patchbay.portability.archive.UnusableFileException.FileFault;
import io.patchbay.portability.transfer.CopyUploads.Claim;
import io.patchbay.portability.transfer.ImportPreview.PreviewedPart;
import io.patchbay.portability.transfer.ImportPreview.PreviewedPiece;
import io.patchbay.portability.transfer.ImportPreview.UnclearGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Makes a connection anew of a file. Asks Microsoft outside of transactions; each piece is made in its own. */
@Service
public class CopyImport {

    private final Environments environments;
    private final ConnectionLock connections;
    private final ObjectProvider<PortablePart<?>> parts;
    private final ArchiveReader reader;
    private final CopyUploads uploads;
    private final GroupMatching matching;
    private final PieceImport pieces;
    private final JsonMapper json;
    private final MessageSourceAccessor messages;

    CopyImport(
            Environments environments,
            ConnectionLock connections,
            ObjectProvider<PortablePart<?>> parts,
            ArchiveReader reader,
            CopyUploads uploads,
            GroupMatching matching,
            PieceImport pieces,
            JsonMapper json,
            MessageSourceAccessor messages) {
        this.environments = environments;
        this.connections = connections;
        this.parts = parts;
        this.reader = reader;
        this.uploads = uploads;
        this.matching = matching;
        this.pieces = pieces;
        this.json = json;
        this.messages = messages;
    }

    /**
     * Keeps a file for its import.
     *
     * @throws NotFoundException where the company has no such environment
     * @throws ConflictException where it is not connected or is being disconnected
     * @throws UnusableFileException where the file may not be imported here
     */
    public void upload(EnvironmentId environment, byte[] file) {
        var tenant = tenant(environment);
        try {
            var archive = reader.read(file);
            checkOwner(archive, tenant);
            opened(archive);
        } catch (UnusableFileException unusable) {
            uploads.refused(environment, tenant, unusable);
            throw unusable;
        }
        uploads.store(environment, tenant, file);
    }

    private UUID tenant(EnvironmentId environment) {
        var tenant = environments.get(environment).requireConnection().tenantId();
        if (connections.ending(environment)) {
            throw new ConflictException("disconnect.running");
        }
        return tenant;
    }

    /** The company that made it, or one that proved the same tenant by connecting it. */
    private static void checkOwner(ReadArchive archive, UUID tenant) {
        var manifest = archive.manifest();
        if (!manifest.companyId().equals(Current.company().value())
                && !manifest.tenantId().equals(tenant)) {
            throw new UnusableFileException(FileFault.OTHER_COMPANY);
        }
    }

    private List<OpenedPart<?>> opened(ReadArchive archive) {
        return parts.orderedStream()
                .<OpenedPart<?>>map(part -> OpenedPart.of(part, archive, json))
                .toList();
    }

    /** Forgets the file that was uploaded last. */
    public void discard(EnvironmentId environment) {
        environments.get(environment);
        uploads.discard(environment);
    }

    /** What was fit to be kept may be no longer, once the keys or the tenant were changed: then it is as if it were gone. */
    private Optional<ReadArchive> read(byte[] file, UUID tenant) {
        try {
            var archive = reader.read(file);
            checkOwner(archive, tenant);
            return Optional.of(archive);
        } catch (UnusableFileException unusable) {
            return Optional.empty();
        }
    }

    /**
     * What would be made of the file that was uploaded last; empty where there is none.
     *
     * @throws ConflictException where the environment is not connected or is being disconnected, or Microsoft does not answer
     */
    public Optional<ImportPreview> preview(EnvironmentId environment) {
        var tenant = tenant(environment);
        return uploads.of(environment).flatMap(file -> read(file, tenant)).map(archive -> {
            var opened = opened(archive);
            var wanted = groups(opened);
            var matched = matching.match(tenant, wanted);
            var mapping = new GroupMapping(matched);
            return new ImportPreview(
                    archive.manifest(),
                    asked(
                            wanted,
                            matched,
                            group -> group instanceof MappedGroup.Unclear(var candidates)
                                    ? Optional.of(candidates)
                                    : Optional.empty()),
                    asked(
                            wanted,
                            matched,
                            group -> group instanceof MappedGroup.Found found && found.byName()
                                    ? Optional.of(Map.of(found.id(), found.name()))
                                    : Optional.empty()),
                    known(matched),
                    opened.stream()
                            .filter(part -> !part.pieces().isEmpty())
                            .map(part -> previewed(environment, part, mapping))
                            .toList());
        });
    }

    /** The groups that allowed pieces name. */
    private static Map<UUID, String> groups(List<OpenedPart<?>> opened) {
        var groups = new HashMap<UUID, String>();
        opened.stream().filter(part -> Current.may(part.part().needed())).forEach(part -> groups.putAll(part.groups()));
        return groups;
    }

    private static List<UnclearGroup> asked(
            Map<UUID, String> wanted,
            Map<UUID, MappedGroup> matched,
            Function<@Nullable MappedGroup, Optional<Map<UUID, String>>> offer) {
        return wanted.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .flatMap(group -> offer.apply(matched.get(group.getKey())).stream()
                        .map(candidates -> new UnclearGroup(group.getKey(), group.getValue(), candidates)))
                .toList();
    }

    private static Map<UUID, String> known(Map<UUID, MappedGroup> matched) {
        var known = new TreeMap<UUID, String>();
        matched.values().forEach(group -> {
            if (group instanceof MappedGroup.Found found && !found.byName()) {
                known.put(found.id(), found.name());
            }
        });
        return known;
    }

    private PreviewedPart previewed(EnvironmentId environment, OpenedPart<?> part, GroupMapping mapping) {
        var prospects = part.importing(environment, mapping).prospects();
        return new PreviewedPart(
                part.part().name(),
                IntStream.range(0, prospects.size())
                        .mapToObj(number -> new PreviewedPiece(part.key(number), allowed(part, prospects.get(number))))
                        .toList());
    }

    private Prospect allowed(OpenedPart<?> part, Prospect prospect) {
        var needed = part.part().needed();
        return Current.may(needed) || !prospect.possible()
                ? prospect
                : Prospect.impossible(
                        prospect.name(),
                        prospect.detail(),
                        messages.getMessage("rights." + needed, messages.getMessage("problem.403.text")));
    }

    /**
     * Makes what somebody chose of the file that was uploaded last; what is there already is not made again.
     *
     * @return what became of each piece that was chosen
     * @throws ConflictException where there is no file, somebody imports it, or the tenant cannot be asked
     */
    public List<ImportedPiece> make(EnvironmentId environment, ImportChoice choice) {
        var tenant = tenant(environment);
        var claim = uploads.claim(environment);
        try {
            var archive = read(claim.file(), tenant).orElseThrow(() -> new ConflictException("copy.none"));
            var made = new ArrayList<ImportedPiece>();
            try {
                make(claim, tenant, archive, choice, made);
            } finally {
                if (!made.isEmpty()) {
                    uploads.imported(environment, tenant, archive.manifest(), made);
                }
            }
            return made;
        } finally {
            uploads.release(claim);
        }
    }

    /** Asks the tenant for everything before anything is made, so that its silence leaves nothing half done. */
    private void make(Claim claim, UUID tenant, ReadArchive archive, ImportChoice choice, List<ImportedPiece> made) {
        var environment = claim.environment();
        var opened = opened(archive);
        var mapping =
                new GroupMapping(matching.decide(tenant, matching.match(tenant, groups(opened)), choice.groups()));
        var begun = opened.stream()
                .map(part -> new PieceImport.Begun(part, part.importing(environment, mapping)))
                .toList();
        for (var part : begun) {
            pieces.make(part, choice, archive.pictures(), () -> uploads.extend(claim), made);
        }
    }
}
