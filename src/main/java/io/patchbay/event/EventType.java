package io.patchbay.event;

import java.util.Set;

/** Every kind of event there is, with its title and the fields it carries. */
public enum EventType {
    COMPANY_CREATED("Company Created", Category.COMPANY, Operation.CREATED, Severity.GENERAL, "name", "country"),
    COMPANY_UPDATED(
            "Company Updated", Category.COMPANY, Operation.UPDATED, Severity.GENERAL, "changed", "before", "after"),
    COMPANY_DELETED(
            "Company Deleted",
            Category.COMPANY,
            Operation.REMOVED,
            Severity.SECURITY,
            "name",
            "members",
            "invitations",
            "access requests"),
    USER_ACCOUNT_CREATED(
            "User Account Created for %s", Category.USER, Operation.CREATED, Severity.SECURITY, "role", "account"),
    ACCESS_REQUESTED("Access Requested by %s", Category.ACCESS, Operation.REQUESTED, Severity.SECURITY, "reason"),
    ACCESS_REQUEST_RENEWED("Access Requested Again by %s", Category.ACCESS, Operation.REQUESTED, Severity.SECURITY),
    ACCESS_REQUEST_WITHDRAWN("Access Request Withdrawn by %s", Category.ACCESS, Operation.REMOVED, Severity.SECURITY),
    ACCESS_REQUEST_APPROVED(
            "Access Request Approved for %s", Category.ACCESS, Operation.APPROVED, Severity.SECURITY, "role"),
    ACCESS_REQUEST_REJECTED("Access Request Rejected for %s", Category.ACCESS, Operation.REJECTED, Severity.SECURITY),
    USER_REMOVED("%s Removed by %s", Category.USER, Operation.REMOVED, Severity.SECURITY, "account", "role"),
    USER_LEFT("%s Left", Category.USER, Operation.REMOVED, Severity.SECURITY, "account", "role"),
    ROLE_CHANGED(
            "Role Changed by %s",
            Category.USER, Operation.ROLE_CHANGED, Severity.SECURITY, "account", "role before", "role after"),
    INVITATION_SENT("Invitation Sent to %s", Category.USER, Operation.CREATED, Severity.SECURITY, "role"),
    INVITATION_DELETED("Invitation Deleted for %s", Category.USER, Operation.REMOVED, Severity.SECURITY),
    GROUP_ROLE_CREATED(
            "Group role with id %s was created with role %s",
            Category.GROUP_ROLE, Operation.CREATED, Severity.SECURITY, "group", "group ID", "role"),
    GROUP_ROLE_CHANGED(
            "Group role with name %s was changed to role %s",
            Category.GROUP_ROLE, Operation.UPDATED, Severity.SECURITY, "group", "group ID", "role", "role before"),
    GROUP_ROLE_REMOVED(
            "Group Role Removed",
            Category.GROUP_ROLE,
            Operation.REMOVED,
            Severity.SECURITY,
            "group",
            "group ID",
            "role"),
    GROUP_DELETED(
            "Group %s Was Deleted in Entra ID",
            Category.GROUP_ROLE, Operation.LOST, Severity.SECURITY, "group", "group ID", "role"),
    GROUP_ACCESS_GIVEN(
            "Access Through Group Given to %s",
            Category.ACCESS, Operation.APPROVED, Severity.SECURITY, "account", "role", "groups"),
    GROUP_ACCESS_ENDED(
            "Access Through Group Ended for %s",
            Category.ACCESS, Operation.REMOVED, Severity.SECURITY, "account", "groups"),
    GROUP_ACCESS_REFUSED(
            "Access Through Group Refused to %s",
            Category.ACCESS, Operation.REFUSED, Severity.SECURITY, "account", "reason"),
    ENVIRONMENT_CREATED("Environment Created", Category.ENVIRONMENT, Operation.CREATED, Severity.GENERAL, "name"),
    ENVIRONMENT_UPDATED(
            "Environment Updated",
            Category.ENVIRONMENT,
            Operation.UPDATED,
            Severity.GENERAL,
            "name before",
            "name after"),
    INTUNE_CONNECTION_ADDED(
            "Intune Connection Added",
            Category.INTUNE,
            Operation.CONNECTED,
            Severity.SECURITY,
            "tenant",
            "primary domain",
            "approved by",
            "granted permissions",
            "reconnect",
            "restored permissions"),
    INTUNE_CONNECTION_FAILED(
            "Intune Connection Failed",
            Category.INTUNE,
            Operation.FAILED,
            Severity.SECURITY,
            "reason",
            "AADSTS code",
            "account",
            "missing permissions",
            "answered tenant",
            "expected tenant"),
    INTUNE_CONNECTION_LOST(
            "Intune Connection Lost", Category.INTUNE, Operation.LOST, Severity.SECURITY, "reason", "AADSTS code"),
    INTUNE_CONNECTION_RESTORED(
            "Intune Connection Restored", Category.INTUNE, Operation.RESTORED, Severity.SECURITY, "reason", "lost for"),
    INTUNE_PERMISSION_LOST("Intune Permission Lost", Category.INTUNE, Operation.LOST, Severity.SECURITY, "permissions"),
    INTUNE_PERMISSION_RESTORED(
            "Intune Permission Restored",
            Category.INTUNE,
            Operation.RESTORED,
            Severity.SECURITY,
            "permissions",
            "lost for"),
    INTUNE_PERMISSION_WAIVED(
            "Intune Permission Waived", Category.INTUNE, Operation.UPDATED, Severity.SECURITY, "permission"),
    INTUNE_PERMISSION_WAIVER_ENDED(
            "Intune Permission Waiver Ended", Category.INTUNE, Operation.UPDATED, Severity.SECURITY, "permission"),
    INTUNE_CONNECTION_PAUSED("Intune Connection Paused", Category.INTUNE, Operation.UPDATED, Severity.SECURITY),
    INTUNE_CONNECTION_RESUMED("Intune Connection Resumed", Category.INTUNE, Operation.UPDATED, Severity.SECURITY),
    INTUNE_CONNECTION_REMOVED(
            "Intune Connection Removed",
            Category.INTUNE,
            Operation.DISCONNECTED,
            Severity.SECURITY,
            "tenant",
            "removed",
            "not removed",
            "left behind"),
    DEPLOYMENT_CREATED(
            "Deployment %s Created",
            Category.DEPLOYMENT, Operation.CREATED, Severity.GENERAL, "architecture", "version", "assigned to"),
    DEPLOYMENT_UPDATED(
            "Deployment %s Updated",
            Category.DEPLOYMENT,
            Operation.UPDATED,
            Severity.GENERAL,
            "architecture",
            "changed",
            "assigned before",
            "assigned to"),
    DEPLOYMENT_PUBLISHED(
            "Deployment %s Published",
            Category.DEPLOYMENT,
            Operation.PUBLISHED,
            Severity.GENERAL,
            "architecture",
            "version",
            "installer type",
            "Intune app ID",
            "remark"),
    DEPLOYMENT_SYNCHRONIZED(
            "Deployment %s was updated by scheduled synchronization",
            Category.DEPLOYMENT,
            Operation.SYNCHRONIZED,
            Severity.GENERAL,
            "architecture",
            "version",
            "installer type",
            "Intune app ID",
            "remark"),
    DEPLOYMENT_RECREATED(
            "Deployment %s Recreated",
            Category.DEPLOYMENT, Operation.RECREATED, Severity.GENERAL, "architecture", "version"),
    DEPLOYMENT_FAILED(
            "Deployment %s Failed",
            Category.DEPLOYMENT,
            Operation.FAILED,
            Severity.GENERAL,
            "architecture",
            "version",
            "reason",
            "Intune app ID"),
    DEPLOYMENT_PAUSED("Deployment %s Paused", Category.DEPLOYMENT, Operation.UPDATED, Severity.GENERAL, "architecture"),
    DEPLOYMENT_RESUMED(
            "Deployment %s Resumed", Category.DEPLOYMENT, Operation.UPDATED, Severity.GENERAL, "architecture"),
    DEPLOYMENT_VERSION_REMOVED(
            "Version of Deployment %s Removed",
            Category.DEPLOYMENT,
            Operation.REMOVED,
            Severity.GENERAL,
            "architecture",
            "version",
            "Intune app ID",
            "reason"),
    DEPLOYMENT_DELETION_REQUESTED(
            "Deletion of Deployment %s Requested",
            Category.DEPLOYMENT, Operation.REQUESTED, Severity.GENERAL, "architecture"),
    DEPLOYMENT_DELETED(
            "Deployment %s Deleted",
            Category.DEPLOYMENT,
            Operation.DELETED,
            Severity.GENERAL,
            "architecture",
            "removed from Intune",
            "left in Intune"),
    SYNCHRONIZATION_REQUESTED("Synchronization Requested", Category.DEPLOYMENT, Operation.REQUESTED, Severity.GENERAL),
    TRIAL_STARTED(
            "Trial Started", Category.LICENSE, Operation.STARTED, Severity.GENERAL, "plan", "devices", "last day"),
    TRIAL_EXPIRED("Trial Expired", Category.LICENSE, Operation.EXPIRED, Severity.GENERAL, "plan", "last day"),
    LICENSE_ACTIVATED(
            "License Activated",
            Category.LICENSE,
            Operation.ACTIVATED,
            Severity.GENERAL,
            "plan",
            "devices",
            "key ending",
            "first day",
            "last day",
            "plan before"),
    LICENSE_EXPIRED(
            "License Expired", Category.LICENSE, Operation.EXPIRED, Severity.GENERAL, "plan", "key ending", "last day"),
    LICENSE_REVOKED("License Revoked", Category.LICENSE, Operation.REVOKED, Severity.SECURITY, "plan", "key ending"),
    LICENSE_KEY_REFUSED(
            "License Key Refused", Category.LICENSE, Operation.REFUSED, Severity.SECURITY, "reason", "key ending"),
    LICENSE_KEY_ISSUED(
            "License Key Issued",
            Category.LICENSE,
            Operation.ISSUED,
            Severity.SECURITY,
            "plan",
            "devices",
            "key ending",
            "first day",
            "last day",
            "for company",
            "quote"),
    QUOTE_REQUESTED(
            "Quote Requested",
            Category.LICENSE,
            Operation.REQUESTED,
            Severity.GENERAL,
            "reference",
            "plan",
            "devices",
            "for company"),
    QUOTE_ANSWERED(
            "Quote Answered",
            Category.LICENSE,
            Operation.ANSWERED,
            Severity.GENERAL,
            "reference",
            "plan",
            "devices",
            "key ending"),
    QUOTE_DECLINED("Quote Declined", Category.LICENSE, Operation.REJECTED, Severity.GENERAL, "reference", "answer"),
    BANNER_CREATED(
            "Banner Created",
            Category.BANNER,
            Operation.CREATED,
            Severity.GENERAL,
            "title",
            "severity",
            "state",
            "start",
            "end"),
    BANNER_UPDATED(
            "Banner Updated",
            Category.BANNER,
            Operation.UPDATED,
            Severity.GENERAL,
            "title",
            "severity",
            "state",
            "start",
            "end"),
    BANNER_ENDED(
            "Banner Ended",
            Category.BANNER,
            Operation.ENDED,
            Severity.GENERAL,
            "title",
            "severity",
            "state",
            "start",
            "end"),
    BANNER_DELETED(
            "Banner Deleted",
            Category.BANNER,
            Operation.DELETED,
            Severity.GENERAL,
            "title",
            "severity",
            "state",
            "start",
            "end"),
    NOTIFICATION_CHANNEL_ADDED(
            "Notification Channel Added",
            Category.NOTIFICATION,
            Operation.CREATED,
            Severity.SECURITY,
            "channel",
            "address"),
    NOTIFICATION_CHANNEL_CHANGED(
            "Notification Channel Changed",
            Category.NOTIFICATION,
            Operation.UPDATED,
            Severity.GENERAL,
            "channel",
            "address"),
    NOTIFICATION_CHANNEL_REMOVED(
            "Notification Channel Removed",
            Category.NOTIFICATION,
            Operation.REMOVED,
            Severity.SECURITY,
            "channel",
            "address"),
    EVENTS_EXPORTED(
            "Events Exported", Category.EVENT_LOG, Operation.EXPORTED, Severity.SECURITY, "events", "format", "filter"),
    EVENT_RETENTION_CHANGED(
            "Event Retention Changed",
            Category.EVENT_LOG,
            Operation.UPDATED,
            Severity.SECURITY,
            "days before",
            "days after"),
    EVENT_STREAM_CREATED(
            "Event Streaming Started", Category.EVENT_LOG, Operation.CREATED, Severity.SECURITY, "receiver"),
    EVENT_STREAM_REMOVED("Event Streaming Ended", Category.EVENT_LOG, Operation.REMOVED, Severity.SECURITY, "receiver"),
    EVENT_STREAM_PAUSED(
            "Event Streaming Paused", Category.EVENT_LOG, Operation.FAILED, Severity.SECURITY, "receiver", "answer"),
    EVENT_STREAM_RESUMED(
            "Event Streaming Resumed", Category.EVENT_LOG, Operation.RESTORED, Severity.SECURITY, "receiver"),
    EVENT_TOKEN_CREATED("API Token %s Created", Category.EVENT_LOG, Operation.CREATED, Severity.SECURITY, "ends with"),
    EVENT_TOKEN_REVOKED("API Token %s Revoked", Category.EVENT_LOG, Operation.REVOKED, Severity.SECURITY, "ends with"),
    SUPPORT_ACCESS_CHANGED(
            "Customer Support Settings Updated for Company",
            Category.SUPPORT,
            Operation.UPDATED,
            Severity.SECURITY,
            "access before",
            "access",
            "until"),
    SUPPORT_ACCESS_REQUESTED(
            "Customer Support Requested Access",
            Category.SUPPORT,
            Operation.REQUESTED,
            Severity.SECURITY,
            "ticket",
            "reason"),
    SUPPORT_ACCESS_DECLINED(
            "Customer Support Access Declined", Category.SUPPORT, Operation.REJECTED, Severity.SECURITY),
    SUPPORT_BUNDLE_TAKEN(
            "Support Bundle Downloaded", Category.SUPPORT, Operation.EXPORTED, Severity.SECURITY, "days", "contents"),
    SUPPORT_VISIT_BEGUN(
            "Customer Support Session Started", Category.SUPPORT, Operation.STARTED, Severity.SECURITY, "ticket"),
    SUPPORT_LOOKED(
            "Customer Support Viewed Data", Category.SUPPORT, Operation.VIEWED, Severity.SECURITY, "ticket", "viewed");

    private final String title;
    private final Category category;
    private final Operation operation;
    private final Severity severity;
    private final Set<String> fields;

    EventType(String title, Category category, Operation operation, Severity severity, String... fields) {
        this.title = title;
        this.category = category;
        this.operation = operation;
        this.severity = severity;
        this.fields = Set.of(fields);
    }

    /** The title; {@code %s} stands for the name of whom it is about. */
    public String title() {
        return title;
    }

    /** What it is about. */
    public Category category() {
        return category;
    }

    /** What was done. */
    public Operation operation() {
        return operation;
    }

    /** Whether it concerns security. */
    public Severity severity() {
        return severity;
    }

    /** The names of the fields it may carry. */
    public Set<String> fields() {
        return fields;
    }
}
