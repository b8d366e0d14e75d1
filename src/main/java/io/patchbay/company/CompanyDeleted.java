package io.patchbay.company;

import io.patchbay.platform.tenancy.CompanyId;

/** A company was deleted; published in the transaction that deletes it, while it is the current company. */
public record CompanyDeleted(CompanyId company) {}
