package io.patchbay.portability.transfer;

import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.PortablePart;
import io.patchbay.environment.PortablePart.PartImport;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.portability.archive.ReadArchive;
import io.patchbay.portability.archive.UnusableFileException;
import io.patchbay.portability.archive.UnusableFileException.FileFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The pieces of one kind in a file. */
record OpenedPart<T>(PortablePart<T> part, List<T> pieces) {

    /** None where an older version did not write them. */
    static <T> OpenedPart<T> of(PortablePart<T> part, ReadArchive archive, JsonMapper json) {
        var written = archive.file(part.name() + ".json");
        try {
            return new OpenedPart<>(
                    part,
                    written.isEmpty()
                            ? List.of()
                            : json.readerForListOf(part.type()).readValue(written.get()));
        } catch (JacksonException e) {
            throw new UnusableFileException(FileFault.NEWER, archive.manifest().product());
        }
    }

    Map<UUID, String> groups() {
        var groups = new HashMap<UUID, String>();
        pieces.forEach(piece -> groups.putAll(part.groups(piece)));
        return groups;
    }

    PartImport<T> importing(EnvironmentId environment, GroupMapping mapping) {
        return part.importing(environment, pieces, mapping);
    }

    String key(int number) {
        return part.name() + "-" + number;
    }
}
