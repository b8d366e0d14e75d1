package io.patchbay.company;

import io.patchbay.tenancy.CompanyId;

/** A company was founded; published in the transaction that founds it. */
public record CompanyRegistered(CompanyId company) {}
