package io.patchbay.company.model;

/**
 * A company's own data.
 *
 * @param billingEmail empty where invoices go to the contact
 * @param appLanguage the preferred language of applications as a BCP 47 tag; empty for English
 */
public record CompanyDetails(
        String name, String country, String contactEmail, String billingEmail, String appLanguage) {}
