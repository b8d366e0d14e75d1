package io.patchbay.company.invitation;

import java.time.Instant;
import java.util.UUID;

/** An invitation that nobody accepted yet. */
public record InvitationView(
        UUID id, String email, String role, String invitedBy, Instant invitedAt, Instant expiresAt, boolean expired) {}
