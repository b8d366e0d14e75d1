package io.patchbay.deployment.web;

import io.patchbay.deployment.management.DeploymentFigures;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.model.VersionStatus;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner.Severity;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.OverviewPart;
import io.patchbay.ui.OverviewPart.Figure;
import io.patchbay.ui.OverviewPart.Need;
import io.patchbay.ui.OverviewPart.SetupStep;
import io.patchbay.ui.OverviewPart.Well;
import io.patchbay.ui.OverviewSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Deployments on the overview: how many there are, and which of them wait for somebody. */
@Component
class DeploymentsOverview implements OverviewSource {

    private static final String PAGE = "/deployments";
    private static final String UPDATES = PAGE + "?updates=true";

    private final DeploymentQueries queries;
    private final Environments environments;
    private final MessageSourceAccessor messages;

    DeploymentsOverview(DeploymentQueries queries, Environments environments, MessageSourceAccessor messages) {
        this.queries = queries;
        this.environments = environments;
        this.messages = messages;
    }

    @Override
    public List<OverviewPart> parts() {
        if (!Current.may(Capability.VIEW_DEPLOYMENTS)) {
            return List.of();
        }
        if (environments.all().stream().noneMatch(EnvironmentView::connected)) {
            return step(false, null);
        }
        var figures = queries.figures();
        var parts = new ArrayList<>(step(
                figures.total() > 0,
                new BannerAction(messages.getMessage("overview.setup.deployment.go"), "/catalog")));
        if (figures.total() > 0) {
            parts.addAll(needs(figures));
            parts.addAll(figures(figures));
            well(figures).ifPresent(parts::add);
        }
        return parts;
    }

    private List<OverviewPart> step(boolean done, @Nullable BannerAction action) {
        return Current.may(Capability.MANAGE_DEPLOYMENTS)
                ? List.of(new SetupStep(
                        30,
                        messages.getMessage("overview.setup.deployment"),
                        messages.getMessage("overview.setup.deployment.text"),
                        done,
                        action))
                : List.of();
    }

    private List<OverviewPart> needs(DeploymentFigures figures) {
        var needs = new ArrayList<OverviewPart>();
        if (figures.failed() > 0) {
            needs.add(need(Severity.DANGER, "overview.failed", figures.failed(), VersionStatus.FAILED));
        }
        if (figures.waiting() > 0) {
            needs.add(
                    need(Severity.WARNING, "overview.waiting", figures.waiting(), VersionStatus.WAITING_FOR_APPROVAL));
        }
        return needs;
    }

    private Need need(Severity severity, String key, int number, VersionStatus status) {
        return new Need(
                severity,
                messages.getMessage(key, new Object[] {number}),
                messages.getMessage(key + ".text"),
                new BannerAction(messages.getMessage("overview.deployments.review"), listOf(status)));
    }

    private List<OverviewPart> figures(DeploymentFigures figures) {
        var parts = new ArrayList<OverviewPart>();
        parts.add(new Figure(20, messages.getMessage("nav.deployments"), figures.total(), PAGE, ""));
        parts.add(new Figure(30, messages.getMessage("deployments.updates"), figures.updates(), UPDATES, "info"));
        parts.add(ofStatus(40, figures.failed(), VersionStatus.FAILED, "danger"));
        parts.add(ofStatus(50, figures.waiting(), VersionStatus.WAITING_FOR_APPROVAL, "warning"));
        if (figures.retrying() > 0) {
            parts.add(ofStatus(60, figures.retrying(), VersionStatus.RETRYING, "warning"));
        }
        if (figures.publishing() > 0) {
            parts.add(ofStatus(70, figures.publishing(), VersionStatus.IN_PROGRESS, "info"));
        }
        return parts;
    }

    private Figure ofStatus(int order, int number, VersionStatus status, String tone) {
        return new Figure(order, messages.getMessage("deployments.status." + status), number, listOf(status), tone);
    }

    private static String listOf(VersionStatus status) {
        return PAGE + "?status=" + status;
    }

    private Optional<OverviewPart> well(DeploymentFigures figures) {
        if (figures.updates() > 0) {
            return Optional.of(
                    new Well(20, messages.getMessage("overview.well.updates", new Object[] {figures.updates()})));
        }
        return figures.published() == 0
                ? Optional.empty()
                : Optional.of(new Well(
                        20, messages.getMessage("overview.well.deployments", new Object[] {figures.published()})));
    }
}
