package io.patchbay.company.member;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record MemberKey(UUID companyId, UUID userId) implements Serializable {}
