package io.patchbay.company.invitation;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record InvitationKey(UUID companyId, UUID invitationId) implements Serializable {}
