package io.patchbay.platform.tenancy;

/** A company as seen from outside. */
public record CompanyName(CompanyId id, String name) {}
