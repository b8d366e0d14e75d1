package io.patchbay.microsoft;

import java.util.UUID;

/** Microsoft refused a call on behalf of a tenant in a way that may mean that its consent is gone. Published at once. */
public record TenantRefused(UUID tenant) {}
