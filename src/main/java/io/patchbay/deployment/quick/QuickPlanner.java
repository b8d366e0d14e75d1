package io.patchbay.deployment.quick;

import io.patchbay.catalog.AppDependency;
import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.Installer;
import io.patchbay.catalog.Release;
import io.patchbay.company.AppLanguage;
import io.patchbay.deployment.management.DeploymentOffer;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.model.DeploymentSpec.Rollout;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.publishing.InstallerSelection;
import io.patchbay.deployment.quick.QuickPlan.PlannedApp;
import io.patchbay.deployment.quick.QuickPlan.PlannedEnvironment;
import io.patchbay.deployment.quick.QuickPlan.PlannedItem;
import io.patchbay.deployment.quick.QuickStore.Place;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what would become of a wish to deploy several applications. Does not call Microsoft. */
@Service
public class QuickPlanner {

    /** So many applications at once. */
    public static final int APPS_AT_MOST = 100;

    /** So many environments at once. */
    public static final int ENVIRONMENTS_AT_MOST = 20;

    private final Catalog catalog;
    private final AppLanguage language;
    private final Environments environments;
    private final DeployGate gate;
    private final QuickStore store;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    QuickPlanner(
            Catalog catalog,
            AppLanguage language,
            Environments environments,
            DeployGate gate,
            QuickStore store,
            MessageSourceAccessor messages,
            Clock clock) {
        this.catalog = catalog;
        this.language = language;
        this.environments = environments;
        this.gate = gate;
        this.store = store;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What the catalog says of applications.
     *
     * @param names names by identifier; those that it does not have are left out
     * @param languages names of languages in which there are installers, by tag
     */
    public record OfferedApps(Map<String, String> names, Map<String, String> languages) {}

    /** What is on offer of the applications, in one statement. */
    @Transactional(readOnly = true)
    public OfferedApps offered(Collection<AppId> apps) {
        var releases = catalog.newest(apps, clock.instant());
        var names = new LinkedHashMap<String, String>();
        var languages = new TreeMap<String, String>();
        for (var app : apps) {
            var release = releases.get(app);
            if (release != null) {
                names.put(app.value(), release.name());
                InstallerSelection.choices(release).forEach(one -> {
                    var name = DeploymentOffer.nameOf(one.language());
                    if (name != null) {
                        languages.put(name, Objects.requireNonNull(one.language()));
                    }
                });
            }
        }
        var byTag = new LinkedHashMap<String, String>();
        languages.forEach((name, tag) -> byTag.put(tag, name));
        return new OfferedApps(names, byTag);
    }

    /**
     * Plans it.
     *
     * @param assignments to whom the applications go in each of the environments
     */
    @Transactional(readOnly = true)
    public QuickPlan plan(List<AppId> apps, QuickDefaults defaults, Map<EnvironmentId, List<Assignment>> assignments) {
        var planned = planned(apps, defaults);
        var places = places(defaults);
        var there =
                store.there(apps, places.stream().map(PlannedEnvironment::id).toList());
        var needed = planned.stream()
                .flatMap(one -> one.requires().keySet().stream())
                .collect(Collectors.toSet());
        var inOrder = planned.stream()
                .sorted(Comparator.comparing(
                                (PlannedApp one) -> !needed.contains(one.app().value()))
                        .thenComparing(PlannedApp::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        var items = new ArrayList<PlannedItem>();
        for (var place : places) {
            int room = place.reason() == null ? gate.room(place.id()) : 0;
            for (var app : inOrder) {
                var reason = reason(app, place, there, room);
                room -= reason == null ? 1 : 0;
                var spec = reason == null ? spec(app, defaults, assignments.getOrDefault(place.id(), List.of())) : null;
                items.add(new PlannedItem(app.app(), app.name(), place.id(), place.name(), spec, reason));
            }
        }
        return new QuickPlan(inOrder, places, items);
    }

    private @Nullable String reason(PlannedApp app, PlannedEnvironment place, Map<Place, String> there, int room) {
        if (place.reason() != null) {
            return place.reason();
        }
        if (app.reason() != null) {
            return app.reason();
        }
        var state = there.get(new Place(place.id(), app.app()));
        if (state != null) {
            return messages.getMessage("quick.there." + state);
        }
        return room <= 0 ? messages.getMessage("quick.noRoom") : null;
    }

    private static DeploymentSpec spec(PlannedApp app, QuickDefaults defaults, List<Assignment> assignments) {
        return DeploymentSpec.of(new VersionChoice.Latest(defaults.ringDays()), Objects.requireNonNull(app.installer()))
                .retaining(defaults.retain())
                .with(assignments)
                .with(Rollout.USUAL.requiring(app.requires()));
    }

    private List<PlannedEnvironment> places(QuickDefaults defaults) {
        Map<EnvironmentId, EnvironmentView> known =
                environments.all().stream().collect(Collectors.toMap(EnvironmentView::id, Function.identity()));
        return defaults.environments().stream()
                .map(EnvironmentId::new)
                .filter(known::containsKey)
                .map(id -> new PlannedEnvironment(
                        id,
                        Objects.requireNonNull(known.get(id)).name(),
                        gate.whyNoNew(id).orElse(null)))
                .toList();
    }

    private List<PlannedApp> planned(List<AppId> apps, QuickDefaults defaults) {
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
