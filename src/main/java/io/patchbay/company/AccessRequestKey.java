package io.patchbay.company;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record AccessRequestKey(UUID companyId, UUID requestId) implements Serializable {}
