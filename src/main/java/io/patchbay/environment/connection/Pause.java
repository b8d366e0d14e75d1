package io.patchbay.environment.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Since when nothing is written to a tenant, and by whose decision. */
@Embeddable
public record Pause(
        @Column(name = "paused_at") Instant at,
        @Column(name = "paused_by") String by) {}
