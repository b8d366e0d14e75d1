package io.patchbay.environment;

import io.patchbay.platform.tenancy.EnvironmentId;

/**
 * A connection is being taken apart; published in the transaction that begins it, for the current company.
 *
 * @param by the name of whoever asked for it
 */
public record DisconnectBegan(EnvironmentId environment, String tenantName, String by) {}
