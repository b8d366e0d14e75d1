package io.patchbay.licensing.license;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record LicenseId(UUID companyId, UUID licenseId) implements Serializable {}
