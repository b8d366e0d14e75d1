package io.patchbay.environment;

import io.patchbay.tenancy.EnvironmentId;
import java.util.UUID;

/** A connection is gone; published in the transaction that removes it, for the current company. */
public record IntuneDisconnected(EnvironmentId environment, UUID tenant) {}
