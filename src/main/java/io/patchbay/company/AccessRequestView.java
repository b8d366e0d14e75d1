package io.patchbay.company;

import java.time.Instant;
import java.util.UUID;

/** Somebody who waits to be let in. */
public record AccessRequestView(UUID id, String name, String email, String reason, Instant requestedAt) {}
