package io.patchbay.licensing.license;

import io.patchbay.licensing.LicenseView;
import io.patchbay.licensing.Licenses;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.BannerSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The countdown of a trial, the end of a license, and too many devices, at the top of every page; of equals the first. */
@Component
@Order(10)
class LicenseBanners implements BannerSource {

    static final int TRIAL_WARNING_DAYS = 7;
    static final int LICENSE_WARNING_DAYS = 90;
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private final Licenses licenses;
    private final MessageSourceAccessor messages;

    LicenseBanners(Licenses licenses, MessageSourceAccessor messages) {
        this.licenses = licenses;
        this.messages = messages;
    }

    @Override
    public List<Banner> banners() {
        if (licenses.switchedOff() || Current.companyIfAny().isEmpty() || !Current.may(Capability.VIEW_ENVIRONMENTS)) {
            return List.of();
        }
        var all = licenses.all();
        return all.stream().flatMap(view -> banners(view, all.size() > 1)).toList();
    }

    private Stream<Banner> banners(LicenseView view, boolean named) {
        return Stream.of(period(view, named), devices(view, named)).flatMap(s -> s);
    }

    private Stream<Banner> period(LicenseView view, boolean named) {
        return switch (view.status()) {
            case NONE -> Stream.empty();
            case REVOKED -> Stream.of(staying("license.banner.revoked", view, named));
            case EXPIRED -> Stream.of(staying("license.banner.expired", view, named));
            case VALID -> countdown(view, named);
        };
    }

    private Stream<Banner> countdown(LicenseView view, boolean named) {
        if (view.trial()) {
            var severity = view.daysLeft() <= TRIAL_WARNING_DAYS ? Banner.Severity.WARNING : Banner.Severity.INFO;
            return Stream.of(dismissible(severity, "license.banner.trial", view, named, nearness(view)));
        }
        return view.daysLeft() <= LICENSE_WARNING_DAYS
                ? Stream.of(dismissible(Banner.Severity.WARNING, "license.banner.ending", view, named, nearness(view)))
                : Stream.empty();
    }

    private Stream<Banner> devices(LicenseView view, boolean named) {
        return view.nearlyUsedUp()
                ? Stream.of(dismissible(
                        Banner.Severity.WARNING,
                        "license.banner.devices",
                        view,
                        named,
                        view.devices() + ":" + view.usage()))
                : Stream.empty();
    }

    /** Whoever put a countdown away is told again when the end is a month, a week or a day nearer, the nearer the oftener. */
    private static String nearness(LicenseView view) {
        var days = view.daysLeft();
        var left = days <= WEEK ? days + "d" : days <= MONTH ? days / WEEK + "w" : days / MONTH + "m";
        return view.lastDay() + ":" + left;
    }

    private Banner staying(String message, LicenseView view, boolean named) {
        return Banner.staying(key(message, view), Banner.Severity.DANGER, text(message, view, named), actionsFor(view));
    }

    private Banner dismissible(
            Banner.Severity severity, String message, LicenseView view, boolean named, String about) {
        return Banner.dismissible(
                key(message, view) + ":" + about, severity, text(message, view, named), actionsFor(view));
    }

    private static String key(String message, LicenseView view) {
        return message + ":" + view.environment().id();
    }

    private String text(String message, LicenseView view, boolean named) {
        var found = view.environment().managedDevices();
        var text =
                messages.getMessage(message, new Object[] {view.daysLeft(), found == null ? 0 : found, view.devices()});
        return named ? view.environment().name() + ": " + text : text;
    }

    private List<BannerAction> actionsFor(LicenseView view) {
        return Current.may(Capability.MANAGE_LICENSES) ? actions(view) : List.of();
    }

    private List<BannerAction> actions(LicenseView view) {
        var id = view.environment().id();
        return List.of(
                new BannerAction(messages.getMessage("license.quote"), "/quote?environment=" + id),
                new BannerAction(
                        messages.getMessage("license.enter"), "/settings/environments/" + id + "/license#key"));
    }
}
