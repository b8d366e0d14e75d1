package io.patchbay.company.model;

import java.util.UUID;

/**
 * A company that is no more.
 *
 * @param homeTenant the Entra tenant it was founded from
 */
public record DeletedCompany(String name, UUID homeTenant) {}
