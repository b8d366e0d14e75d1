package io.patchbay.company.member;

import io.patchbay.company.Role;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
public class Member {

    @EmbeddedId
    private MemberKey key;

    private UUID tenantId;
    private UUID objectId;
    private String name;
    private String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean accessManagement;
    private Instant joinedAt;

    @Version
    private @Nullable Integer version;

    protected Member() {}

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Role role() {
        return role;
    }

    boolean accessManagement() {
        return accessManagement;
    }

    PersonId person() {
        return new PersonId(tenantId, objectId);
    }

    boolean is(PersonId person) {
        return tenantId.equals(person.tenantId()) && objectId.equals(person.objectId());
    }

    /** Access management comes with Full Admin only. */
    void becomes(Role newRole, boolean withAccessManagement) {
        if (withAccessManagement && newRole != Role.FULL_ADMIN) {
            throw new IllegalArgumentException("Access management comes with Full Admin only");
        }
        this.role = newRole;
        this.accessManagement = withAccessManagement;
    }

    public Member(CompanyId company, UUID userId, Person person, Role role, boolean accessManagement, Instant at) {
        this(company, userId, person.id(), person.name(), person.email(), role, accessManagement, at);
    }

    public Member(
            CompanyId company,
            UUID userId,
            PersonId person,
            String name,
            String email,
            Role role,
            boolean accessManagement,
            Instant at) {
        this.key = new MemberKey(company.value(), userId);
        this.tenantId = person.tenantId();
        this.objectId = person.objectId();
        this.name = name;
        this.email = email;
        this.role = role;
        this.accessManagement = accessManagement;
        this.joinedAt = at;
    }
}
