package io.patchbay.catalog;

/** A folder of manifests that could not be used, and why. */
public record CatalogProblem(String folder, String problem) {}
