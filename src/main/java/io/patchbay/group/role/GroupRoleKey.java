package io.patchbay.group.role;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record GroupRoleKey(UUID companyId, UUID groupRoleId) implements Serializable {}
