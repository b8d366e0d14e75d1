package io.patchbay.company.invitation;

import io.patchbay.platform.tenancy.CompanyId;

/**
 * An open invitation as the holder of its link sees it.
 *
 * @param company the company's name
 */
public record InvitationOffer(CompanyId companyId, String company, String role, String invitedBy) {}
