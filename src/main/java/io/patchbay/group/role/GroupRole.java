package io.patchbay.group.role;

import io.patchbay.company.Role;
import io.patchbay.microsoft.graph.SecurityGroup;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the members of a security group are in a company. */
@Entity
public class GroupRole {

    @EmbeddedId
    private GroupRoleKey key;

    private UUID environmentId;
    private UUID tenantId;
    private UUID groupId;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean accessManagement;
    private Instant addedAt;
    private String addedBy;
    private @Nullable Instant missingSince;

    @Version
    private @Nullable Integer version;

    protected GroupRole() {}

    GroupRole(
            CompanyId company,
            UUID id,
            EnvironmentId environment,
            UUID tenant,
            SecurityGroup group,
            NewGroup wanted,
            String by,
            Instant at) {
        this.key = new GroupRoleKey(company.value(), id);
        this.environmentId = environment.value();
        this.tenantId = tenant;
        this.groupId = group.id();
        this.name = group.displayName();
        this.role = wanted.role();
        this.accessManagement = wanted.accessManagement();
        this.addedBy = by;
        this.addedAt = at;
    }

    UUID id() {
        return key.groupRoleId();
    }

    public EnvironmentId environment() {
        return new EnvironmentId(environmentId);
    }

    UUID tenantId() {
        return tenantId;
    }

    public UUID groupId() {
        return groupId;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public boolean accessManagement() {
        return accessManagement;
    }

    public String label() {
        return role.label(accessManagement);
    }

    public boolean gone() {
        return missingSince != null;
    }

    boolean is(Role other, boolean withAccessManagement) {
        return role == other && accessManagement == withAccessManagement;
    }

    /** A group that is gone keeps its role until it is removed. */
    void becomes(Role other, boolean withAccessManagement) {
        if (gone()) {
            throw new ConflictException("groups.changeGone");
        }
        this.role = other;
        this.accessManagement = withAccessManagement;
    }

    /** What Entra ID calls it; empty where it is gone from there. */
    Optional<String> nameIn(List<SecurityGroup> existing) {
        return existing.stream()
                .filter(one -> one.id().equals(groupId))
                .map(SecurityGroup::displayName)
                .findFirst();
    }

    /** Whether that is what was known of it. */
    boolean isAsIn(List<SecurityGroup> existing) {
        var current = nameIn(existing);
        return gone() ? current.isEmpty() : current.filter(name::equals).isPresent();
    }

    /** Whether that was news. */
    boolean namedInEntra(String current) {
        if (name.equals(current) && !gone()) {
            return false;
        }
        this.name = current;
        this.missingSince = null;
        return true;
    }

    /** Whether that was news. */
    boolean missingFromEntra(Instant at) {
        if (gone()) {
            return false;
        }
        this.missingSince = at;
        return true;
    }
}
