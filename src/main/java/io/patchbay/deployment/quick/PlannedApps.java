package io.patchbay.deployment.quick;

import io.patchbay.catalog.AppDependency;
import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.Release;
import io.patchbay.company.AppLanguage;
import io.patchbay.deployment.publishing.InstallerSelection;
import io.patchbay.deployment.quick.QuickPlan.PlannedApp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Says what the catalog has of applications that are to be deployed, whatever the environment. Used inside a transaction. */
@Component
class PlannedApps {

    private final Catalog catalog;
    private final AppLanguage language;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    PlannedApps(Catalog catalog, AppLanguage language, MessageSourceAccessor messages, Clock clock) {
        this.catalog = catalog;
        this.language = language;
        this.messages = messages;
        this.clock = clock;
    }

    /** Each of them, in that order. */
    List<PlannedApp> of(List<AppId> apps, QuickDefaults defaults) {
        var newest = catalog.newest(apps, clock.instant());
        var releases = defaults.ringDays() == 0
                ? newest
                : catalog.newest(apps, clock.instant().minus(Duration.ofDays(defaults.ringDays())));
        var needed = defaults.requires() ? needed(releases.values(), defaults) : Map.<AppId, Release>of();
        return apps.stream()
                .map(app -> planned(app, newest.get(app), releases.get(app), defaults, needed))
                .toList();
    }

    private PlannedApp planned(
            AppId app,
            @Nullable Release newest,
            @Nullable Release release,
            QuickDefaults defaults,
            Map<AppId, Release> needed) {
        if (release == null) {
            var name = newest == null ? app.value() : newest.name();
            var reason = messages.getMessage(
                    newest == null ? "quick.gone" : "quick.tooNew", new Object[] {defaults.ringDays()});
            return new PlannedApp(app, name, "", null, List.of(), reason, Map.of());
        }
        var installer = InstallerChoices.closest(release, defaults, language.preferred());
        if (installer.isEmpty()) {
            return new PlannedApp(
                    app, release.name(), release.publisher(), null, List.of(), hindrances(release), Map.of());
        }
        var requires = new LinkedHashMap<String, String>();
        dependencies(release, defaults).forEach(one -> {
            var other = needed.get(one.app());
            if (other != null && !InstallerSelection.choices(other).isEmpty()) {
                requires.put(one.app().value(), other.name());
            }
        });
        var remarks = InstallerChoices.differences(installer.get(), defaults, messages);
        if (!requires.isEmpty()) {
            remarks.add(messages.getMessage("quick.requires", new Object[] {String.join(", ", requires.values())}));
        }
        return new PlannedApp(app, release.name(), release.publisher(), installer.get(), remarks, null, requires);
    }

    private String hindrances(Release release) {
        return release.installers().stream()
                .flatMap(one -> one.notDeployable().stream())
                .distinct()
                .map(one -> messages.getMessage("catalog.notDeployable." + one))
                .collect(Collectors.joining(" "));
    }

    private Map<AppId, Release> needed(Collection<Release> releases, QuickDefaults defaults) {
        Set<AppId> others = releases.stream()
                .flatMap(one -> dependencies(one, defaults).stream())
                .map(AppDependency::app)
                .collect(Collectors.toSet());
        return catalog.newest(others, clock.instant());
    }

    private List<AppDependency> dependencies(Release release, QuickDefaults defaults) {
        return InstallerChoices.closest(release, defaults, language.preferred())
                .flatMap(choice -> InstallerSelection.of(release, choice))
                .map(Installer::rules)
                .map(rules -> rules.dependencies())
                .orElse(List.of());
    }
}
