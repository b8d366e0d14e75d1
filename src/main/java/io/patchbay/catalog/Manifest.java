package io.patchbay.catalog;

/** A version as the manifests of one folder describe it. */
record Manifest(AppId app, String version, Contents contents) {}
