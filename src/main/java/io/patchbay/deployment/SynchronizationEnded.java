package io.patchbay.deployment;

import io.patchbay.platform.tenancy.EnvironmentId;

/** A synchronization of an environment ended. */
public record SynchronizationEnded(EnvironmentId environment, SyncReport report) {}
