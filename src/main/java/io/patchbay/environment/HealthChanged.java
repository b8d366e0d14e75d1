package io.patchbay.environment;

import io.patchbay.platform.tenancy.EnvironmentId;

/**
 * A connection's health is another one than before; published in the transaction that stores it, for the current company.
 *
 * @param tenantName the tenant, by name
 */
public record HealthChanged(EnvironmentId environment, String tenantName, Health before, Health after) {}
