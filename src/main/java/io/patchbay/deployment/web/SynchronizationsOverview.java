package io.patchbay.deployment.web;

import io.patchbay.deployment.SyncReport;
import io.patchbay.deployment.synchronization.SyncView;
import io.patchbay.deployment.synchronization.Synchronizing;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.OverviewPart;
import io.patchbay.ui.OverviewPart.Entry;
import io.patchbay.ui.OverviewPart.Recent;
import io.patchbay.ui.OverviewSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The last synchronizations on the overview. */
@Component
class SynchronizationsOverview implements OverviewSource {

    private static final int SHOWN = 6;
    private static final String PAGE = "/deployments";

    private final Synchronizing synchronizing;
    private final Environments environments;
    private final MessageSourceAccessor messages;

    SynchronizationsOverview(Synchronizing synchronizing, Environments environments, MessageSourceAccessor messages) {
        this.synchronizing = synchronizing;
        this.environments = environments;
        this.messages = messages;
    }

    @Override
    public List<OverviewPart> parts() {
        if (!Current.may(Capability.VIEW_DEPLOYMENTS)
                || environments.all().stream().noneMatch(EnvironmentView::connected)) {
            return List.of();
        }
        return List.of(new Recent(
                10,
                messages.getMessage("overview.syncs"),
                messages.getMessage("overview.syncs.all"),
                PAGE,
                synchronizing.all().stream()
                        .sorted(Comparator.comparing(
                                        SyncView::endedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                                .reversed())
                        .limit(SHOWN)
                        .map(this::entry)
                        .toList()));
    }

    private Entry entry(SyncView sync) {
        return new Entry(sync.environmentName(), detail(sync, sync.report()), PAGE, sync.endedAt(), null);
    }

    private String detail(SyncView sync, @Nullable SyncReport report) {
        if (sync.running()) {
            return messages.getMessage("deployments.sync.running");
        }
        if (report == null) {
            return messages.getMessage("overview.syncs.never");
        }
        return report.skipped() != null
                ? messages.getMessage("deployments.sync.skipped", new Object[] {report.skipped()})
                : messages.getMessage("deployments.sync.report", new Object[] {
                    report.checked(),
                    report.publishing().size(),
                    report.removed().size()
                });
    }
}
