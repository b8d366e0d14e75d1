package io.patchbay.platform.access;

/** What a member of a company may do; roles are sets of these. */
public enum Capability {
    VIEW_CATALOG,
    VIEW_DEPLOYMENTS,
    MANAGE_DEPLOYMENTS,
    VIEW_EVENTS,
    VIEW_ENVIRONMENTS,
    MANAGE_ENVIRONMENTS,
    CONNECT_INTUNE,
    WAIVE_PERMISSIONS,
    MANAGE_LICENSES,
    VIEW_BANNERS,
    MANAGE_BANNERS,
    VIEW_NOTIFICATIONS,
    MANAGE_NOTIFICATIONS,
    VIEW_COMPANY,
    MANAGE_COMPANY,
    VIEW_USERS,
    MANAGE_ACCESS
}
