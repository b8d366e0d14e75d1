package io.patchbay.licensing;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record LicenseId(UUID companyId, UUID licenseId) implements Serializable {}
