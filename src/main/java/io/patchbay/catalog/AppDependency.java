package io.patchbay.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Another application that an installer needs.
 *
 * @param minimumVersion the least version that will do; null for any
 */
public record AppDependency(AppId app, @Nullable String minimumVersion) {}
