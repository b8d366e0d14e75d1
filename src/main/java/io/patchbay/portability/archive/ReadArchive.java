package io.patchbay.portability.archive;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An archive that is exactly as this installation wrote it.
 *
 * @param files what can be made of it, by name; not the events, which are only checked
 */
public record ReadArchive(Manifest manifest, Map<String, byte[]> files) {

    /** One of its files; empty where an older version did not write it. */
    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The pictures, by name. */
    public Map<String, byte[]> pictures() {
        var pictures = new TreeMap<>(files);
        pictures.keySet().removeIf(name -> name.endsWith(".json"));
        return pictures;
    }
}
