package io.patchbay.licensing;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record LicenceId(UUID companyId, UUID licenceId) implements Serializable {}
