package io.patchbay.licensing.license;

import io.patchbay.licensing.LicenseView;
import io.patchbay.licensing.Licenses;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner.Severity;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.OverviewPart;
import io.patchbay.ui.OverviewPart.Need;
import io.patchbay.ui.OverviewPart.SetupStep;
import io.patchbay.ui.OverviewSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Licenses on the overview: those of connected environments that are missing, over or ending. */
@Component
class LicenseOverview implements OverviewSource {

    private final Licenses licenses;
    private final MessageSourceAccessor messages;

    LicenseOverview(Licenses licenses, MessageSourceAccessor messages) {
        this.licenses = licenses;
        this.messages = messages;
    }

    @Override
    public List<OverviewPart> parts() {
        if (licenses.switchedOff()) {
            return List.of();
        }
        var connected = licenses.all().stream()
                .filter(view -> view.environment().tenantId() != null)
                .toList();
        return Stream.concat(connected.stream().flatMap(this::need), step(connected))
                .toList();
    }

    private Stream<OverviewPart> step(List<LicenseView> connected) {
        if (!Current.may(Capability.MANAGE_LICENSES)) {
            return Stream.empty();
        }
        return Stream.of(new SetupStep(
                20,
                messages.getMessage("overview.setup.license"),
                messages.getMessage("overview.setup.license.text", new Object[] {licenses.trialDays()}),
                connected.stream().anyMatch(LicenseView::valid),
                connected.isEmpty() ? null : action(connected.getFirst())));
    }

    private Stream<OverviewPart> need(LicenseView view) {
        return switch (view.status()) {
            case NONE -> Stream.of(need(Severity.WARNING, "license.denied.NONE", view));
            case REVOKED -> Stream.of(need(Severity.DANGER, "license.denied.REVOKED", view));
            case EXPIRED -> Stream.of(need(Severity.DANGER, "license.denied.EXPIRED", view));
            case VALID -> {
                var ending = ending(view);
                yield ending == null ? Stream.empty() : Stream.of(need(Severity.WARNING, ending, view));
            }
        };
    }

    private static @Nullable String ending(LicenseView view) {
        if (view.trial()) {
            return view.daysLeft() <= LicenseBanners.TRIAL_WARNING_DAYS ? "license.banner.trial" : null;
        }
        return view.daysLeft() <= LicenseBanners.LICENSE_WARNING_DAYS ? "license.banner.ending" : null;
    }

    private Need need(Severity severity, String text, LicenseView view) {
        return new Need(
                severity,
                messages.getMessage(
                        "overview.license", new Object[] {view.environment().name()}),
                messages.getMessage(text, new Object[] {view.daysLeft()}),
                action(view));
    }

    private BannerAction action(LicenseView view) {
        return new BannerAction(
                messages.getMessage("overview.license.go"),
                "/settings/environments/" + view.environment().id() + "/license");
    }
}
