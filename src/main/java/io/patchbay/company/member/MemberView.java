package io.patchbay.company.member;

import io.patchbay.company.Role;
import java.time.Instant;
import java.util.UUID;

/** A member as Settings | Users shows them. */
public record MemberView(
        UUID id, String name, String email, String roleLabel, Role role, boolean accessManagement, Instant joinedAt) {}
