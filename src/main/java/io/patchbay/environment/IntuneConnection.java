package io.patchbay.environment;

import io.patchbay.microsoft.graph.Organization;
import io.patchbay.tenancy.CompanyId;
import io.patchbay.tenancy.EnvironmentId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** An environment's connection to the Intune of one tenant. */
@Entity
@NullUnmarked
class IntuneConnection {

    @EmbeddedId
    private EnvironmentKey key;

    private UUID tenantId;
    private String tenantName;
    private String primaryDomain;
    private String[] grantedPermissions;
    private Integer managedDevices;
    private Instant devicesCountedAt;
    private Instant connectedAt;
    private String connectedBy;
    private String approvedBy;

    @Version
    private Integer version;

    protected IntuneConnection() {}

    IntuneConnection(
            CompanyId company,
            EnvironmentId environment,
            UUID tenantId,
            Organization organization,
            Set<String> grantedPermissions,
            Integer managedDevices,
            String connectedBy,
            String approvedBy,
            Instant at) {
        this.key = EnvironmentKey.of(company, environment);
        this.tenantId = tenantId;
        this.tenantName = organization.displayName();
        this.primaryDomain = organization.primaryDomain();
        this.grantedPermissions = grantedPermissions.toArray(String[]::new);
        this.managedDevices = managedDevices;
        this.devicesCountedAt = managedDevices == null ? null : at;
        this.connectedAt = at;
        this.connectedBy = connectedBy;
        this.approvedBy = approvedBy;
    }
}
