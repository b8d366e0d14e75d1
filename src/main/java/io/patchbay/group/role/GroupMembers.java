package io.patchbay.group.role;

import io.patchbay.microsoft.graph.SecurityGroupMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group, nested ones included.
 *
 * @param people the first hundred
 * @param count how many there are
 * @param problem why it could not be asked for, in the reader's words
 */
public record GroupMembers(
        List<SecurityGroupMember> people,
        int count,
        @Nullable String problem) {}
