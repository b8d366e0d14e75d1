package io.patchbay.company.member;

import io.patchbay.platform.tenancy.CompanyId;

/**
 * A company somebody is in.
 *
 * @param role what they are there, as it is shown; empty where they are not in it by themselves
 * @param remembered whether they land there without being asked
 */
public record CompanyChoice(CompanyId id, String name, String role, boolean remembered) {}
