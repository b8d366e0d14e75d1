package io.patchbay.environment;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The application permissions of Microsoft Graph that Patchbay needs in a tenant. What each is for and what stops without
 * it stands in the messages, under {@code permission.<NAME>.purpose} and {@code .impact}.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Microsoft Graph permissions</a>
 */
public enum RequiredPermission {
    GROUP_MEMBER_READ("GroupMember.Read.All", "98830695-27a2-44f7-8c18-0c3ebc9698f6"),
    USER_READ("User.Read.All", "df021288-bdef-4463-88db-98f22de89214"),
    APPS_READ_WRITE("DeviceManagementApps.ReadWrite.All", "78145de6-330d-4800-a6ce-494ff2d33d07"),
    DOMAIN_READ("Domain.Read.All", "dbb9058a-0e50-45d7-ae91-66909b5d4664"),
    CONFIGURATION_READ("DeviceManagementConfiguration.Read.All", "dc377aa6-52d8-4e23-b271-2a7ae04cedf3"),
    MANAGED_DEVICES_READ("DeviceManagementManagedDevices.Read.All", "2f51be20-0bb4-4fed-bf7b-db946066c75e"),
    RBAC_READ("DeviceManagementRBAC.Read.All", "58ca0d9a-1575-47e1-a3cb-007ef2e4583b");

    private final String value;
    private final UUID appRoleId;

    RequiredPermission(String value, String appRoleId) {
        this.value = value;
        this.appRoleId = UUID.fromString(appRoleId);
    }

    /** The permission's name, as it stands in a token's {@code roles}. */
    public String value() {
        return value;
    }

    /** The app role's identifier in Microsoft Graph, for the app registration's manifest. */
    public UUID appRoleId() {
        return appRoleId;
    }

    /** The permission of that name; empty where none is required that has it. */
    public static Optional<RequiredPermission> of(String name) {
        return Arrays.stream(values())
                .filter(permission -> permission.value.equals(name))
                .findFirst();
    }

    /** The permissions of these names; names that are no longer required are left out. */
    public static List<RequiredPermission> named(Collection<String> names) {
        return Arrays.stream(values())
                .filter(permission -> names.contains(permission.value))
                .toList();
    }

    /** The names of those that a token's roles lack, in alphabetical order. */
    public static Set<String> missingFrom(Set<String> roles) {
        return Arrays.stream(values())
                .map(RequiredPermission::value)
                .filter(name -> !roles.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of those that a token's roles contain. */
    public static Set<String> grantedIn(Set<String> roles) {
        return Arrays.stream(values())
                .map(RequiredPermission::value)
                .filter(roles::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
