package io.patchbay.company;

import io.patchbay.platform.tenancy.CompanyId;

/**
 * A company was registered; published in the transaction that registers it, while it is the current company.
 *
 * @param supportReadsEvents whether Patchbay's support may read its event log until that is taken back
 */
public record CompanyRegistered(CompanyId company, boolean supportReadsEvents) {}
