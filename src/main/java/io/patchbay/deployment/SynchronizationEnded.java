package io.patchbay.deployment;

import io.patchbay.tenancy.EnvironmentId;

/** A synchronisation of an environment ended. */
public record SynchronizationEnded(EnvironmentId environment, SyncReport report) {}
