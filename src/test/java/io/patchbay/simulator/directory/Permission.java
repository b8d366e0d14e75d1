package io.patchbay.simulator.directory;

import java.util.Arrays;
import java.util.UUID;

/** The Graph application permissions that the app registration asks for, with the texts of the consent page. */
public enum Permission {
    GROUP_MEMBERS(
            "GroupMember.Read.All",
            "98830695-27a2-44f7-8c18-0c3ebc9698f6",
            "Read all group memberships",
            "The app can list groups and their members without a signed-in user."),
    USERS(
            "User.Read.All",
            "df021288-bdef-4463-88db-98f22de89214",
            "Read all users' full profiles",
            "The app can read the profiles of all users without a signed-in user."),
    APPS(
            "DeviceManagementApps.ReadWrite.All",
            "78145de6-330d-4800-a6ce-494ff2d33d07",
            "Read and write Microsoft Intune apps",
            "The app can create, change, assign and delete Intune apps without a signed-in user."),
    DOMAINS(
            "Domain.Read.All",
            "dbb9058a-0e50-45d7-ae91-66909b5d4664",
            "Read domains",
            "The app can read all domains of the organization."),
    CONFIGURATION(
            "DeviceManagementConfiguration.Read.All",
            "dc377aa6-52d8-4e23-b271-2a7ae04cedf3",
            "Read Microsoft Intune device configuration and policies",
            "The app can read device configuration, policies and assignment filters."),
    MANAGED_DEVICES(
            "DeviceManagementManagedDevices.Read.All",
            "2f51be20-0bb4-4fed-bf7b-db946066c75e",
            "Read Microsoft Intune devices",
            "The app can read the properties of devices that Intune manages."),
    RBAC(
            "DeviceManagementRBAC.Read.All",
            "58ca0d9a-1575-47e1-a3cb-007ef2e4583b",
            "Read Microsoft Intune RBAC settings",
            "The app can read Intune's roles and scope tags.");

    private final String value;
    private final UUID appRoleId;
    private final String label;
    private final String description;

    Permission(String value, String appRoleId, String label, String description) {
        this.value = value;
        this.appRoleId = UUID.fromString(appRoleId);
        this.label = label;
        this.description = description;
    }

    /** As it stands in the {@code roles} claim. */
    public String value() {
        return value;
    }

    public UUID appRoleId() {
        return appRoleId;
    }

    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    /** The permission of that name; an {@link IllegalArgumentException} when the registration has none such. */
    public static Permission named(String value) {
        return Arrays.stream(values())
                .filter(permission -> permission.value.equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The app registration has no permission " + value));
    }
}
