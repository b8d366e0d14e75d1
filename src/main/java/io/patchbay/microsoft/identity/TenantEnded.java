package io.patchbay.microsoft.identity;

import java.util.UUID;

/** No connection is to the tenant any more: whoever keeps something of it in memory drops it. */
public record TenantEnded(UUID tenant) {}
