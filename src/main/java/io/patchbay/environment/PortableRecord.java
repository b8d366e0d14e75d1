package io.patchbay.environment;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.Optional;

/** What was, taken along in the same file as a {@link PortablePart} to be read; nothing is made of it. */
public interface PortableRecord {

    /** The name of its file without the ending. Never changes. */
    String name();

    /** What is written, as JSON; empty where there is none. Asked inside a transaction. */
    Optional<Object> content(EnvironmentId environment);
}
