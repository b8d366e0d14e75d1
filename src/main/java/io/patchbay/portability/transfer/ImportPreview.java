package io.patchbay.portability.transfer;

import io.patchbay.environment.PortablePart.Prospect;
import io.patchbay.portability.archive.Manifest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What would be made of a file.
 *
 * @param groups those of which somebody has to say which they are
 * @param named those that were found by their names alone, each with the one that was found
 * @param known those that the tenant has under the same identifier, names by identifier
 */
public record ImportPreview(
        Manifest manifest,
        List<UnclearGroup> groups,
        List<UnclearGroup> named,
        Map<UUID, String> known,
        List<PreviewedPart> parts) {

    /**
     * A group of the file.
     *
     * @param candidates groups of the tenant that may be meant, names by identifier
     */
    public record UnclearGroup(UUID id, String name, Map<UUID, String> candidates) {}

    /** The pieces of one kind. */
    public record PreviewedPart(String name, List<PreviewedPiece> pieces) {}

    /**
     * A piece.
     *
     * @param key by which a form names it
     */
    public record PreviewedPiece(String key, Prospect prospect) {}

    /** Whether anything of it can be made. */
    public boolean possible() {
        return parts.stream()
                .flatMap(part -> part.pieces().stream())
                .anyMatch(piece -> piece.prospect().possible());
    }
}
