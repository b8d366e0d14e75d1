package io.patchbay.company.model;

/**
 * A company's own data.
 *
 * @param billingEmail empty where invoices go to the contact
 */
public record CompanyDetails(String name, String country, String contactEmail, String billingEmail) {}
