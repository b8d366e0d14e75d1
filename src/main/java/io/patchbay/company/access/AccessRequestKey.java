package io.patchbay.company.access;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
public record AccessRequestKey(UUID companyId, UUID requestId) implements Serializable {}
