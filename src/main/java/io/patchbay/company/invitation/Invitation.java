package io.patchbay.company.invitation;

import io.patchbay.company.Role;
import io.patchbay.platform.tenancy.CompanyId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets the holder of its link become a member; used once, by the first account that accepts it. */
@Entity
class Invitation {

    private static final Duration VALID_FOR = Duration.ofDays(60);

    @EmbeddedId
    private InvitationKey key;

    private String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean accessManagement;
    private byte[] tokenHash;
    private String invitedBy;
    private Instant invitedAt;
    private Instant expiresAt;
    private @Nullable Instant acceptedAt;

    @Version
    private @Nullable Integer version;

    protected Invitation() {}

    Invitation(
            CompanyId company,
            UUID id,
            String email,
            Role role,
            boolean accessManagement,
            byte[] tokenHash,
            String by,
            Instant at) {
        this.key = new InvitationKey(company.value(), id);
        this.email = email;
        this.role = role;
        this.accessManagement = accessManagement;
        this.tokenHash = tokenHash;
        this.invitedBy = by;
        this.invitedAt = at;
        this.expiresAt = at.plus(VALID_FOR);
    }

    /** Another link replaces the one before, which is no longer valid. */
    void renewed(byte[] hash, Instant at) {
        this.tokenHash = hash;
        this.invitedAt = at;
        this.expiresAt = at.plus(VALID_FOR);
    }

    void accepted(Instant at) {
        if (!open(at)) {
            throw new IllegalStateException("This invitation is not open");
        }
        this.acceptedAt = at;
    }

    boolean open(Instant now) {
        return acceptedAt == null && now.isBefore(expiresAt);
    }

    /** Whether nobody accepted it; it may have expired. */
    boolean waiting() {
        return acceptedAt == null;
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

    InvitationView view(Instant now) {
        return new InvitationView(
                key.invitationId(),
                email,
                role.label(accessManagement),
                invitedBy,
                invitedAt,
                expiresAt,
                !now.isBefore(expiresAt));
    }

    String invitedBy() {
        return invitedBy;
    }
}
