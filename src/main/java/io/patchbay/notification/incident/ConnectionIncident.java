package io.patchbay.notification.incident;

import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;

/** What is wrong with a connection, since when, and when it was last told. */
record ConnectionIncident(
        EnvironmentId environment, NoticeKind kind, String tenantName, String detail, Instant since, Instant toldAt) {}
