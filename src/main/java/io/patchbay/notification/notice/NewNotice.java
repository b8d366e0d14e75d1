package io.patchbay.notification.notice;

import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;

/** Something to tell: one line, a few sentences, and the path of the page where more is to be seen. */
public record NewNotice(
        NoticeKind kind, EnvironmentId environment, String title, String body, String link, Instant at) {}
