package io.patchbay.environment;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.UUID;

/**
 * A connection is gone; published in the transaction that removes it, for the current company.
 *
 * @param by the name of whoever asked for it
 * @param removed how many pieces were taken away with it
 * @param left how many could not be
 */
public record IntuneDisconnected(
        EnvironmentId environment, UUID tenant, String tenantName, String by, int removed, int left) {}
