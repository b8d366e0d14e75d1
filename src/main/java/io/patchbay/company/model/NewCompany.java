package io.patchbay.company.model;

/**
 * What onboarding asks for.
 *
 * @param name of the company, 1 to 100 characters
 * @param country ISO 3166 code of two letters
 * @param supportReadsEvents whether Patchbay's support may read the event log until that is taken back
 * @param contactEmail where Patchbay may write to
 */
public record NewCompany(String name, String country, String contactEmail, boolean supportReadsEvents) {}
