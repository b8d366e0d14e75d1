package io.patchbay.environment.consent;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record ConsentAttemptKey(UUID companyId, UUID attemptId) implements Serializable {}
