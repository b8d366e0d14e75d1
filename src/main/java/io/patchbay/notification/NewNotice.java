package io.patchbay.notification;

import io.patchbay.tenancy.EnvironmentId;
import java.time.Instant;

/** Something to tell: one line, a few sentences, and the path of the page where more is to be seen. */
record NewNotice(NoticeKind kind, EnvironmentId environment, String title, String body, String link, Instant at) {}
