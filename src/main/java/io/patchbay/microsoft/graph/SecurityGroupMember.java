package io.patchbay.microsoft.graph;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in a security group, directly or through nested ones. */
public record SecurityGroupMember(
        UUID id, @Nullable String displayName, @Nullable String userPrincipalName) {}
