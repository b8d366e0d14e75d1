package io.patchbay.deployment.quick;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Catalog;
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
import io.patchbay.platform.pageview.PageView;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Clock;
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
import java.util.stream.Stream;
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
    private final PlannedApps apps;
    private final Environments environments;
    private final DeployGate gate;
    private final QuickStore store;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    QuickPlanner(
            Catalog catalog,
            PlannedApps apps,
            Environments environments,
            DeployGate gate,
            QuickStore store,
            MessageSourceAccessor messages,
            Clock clock) {
        this.catalog = catalog;
        this.apps = apps;
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
        return PageView.during(() -> planned(apps, defaults, assignments));
    }

    /** Those of the environments to which something can be deployed now. */
    @Transactional(readOnly = true)
    public Set<EnvironmentId> open(QuickDefaults defaults) {
        return PageView.during(() -> places(defaults).stream()
                .filter(one -> one.reason() == null)
                .map(PlannedEnvironment::id)
                .collect(Collectors.toSet()));
    }

    private QuickPlan planned(
            List<AppId> apps, QuickDefaults defaults, Map<EnvironmentId, List<Assignment>> assignments) {
        var planned = this.apps.of(apps, defaults);
        var places = places(defaults);
        var needed = planned.stream()
                .flatMap(one -> one.requires().keySet().stream())
                .map(AppId::new)
                .collect(Collectors.toSet());
        var there = store.there(
                Stream.concat(apps.stream(), needed.stream()).distinct().toList(),
                places.stream().map(PlannedEnvironment::id).toList());
        var inOrder = planned.stream()
                .sorted(Comparator.comparing((PlannedApp one) -> !needed.contains(one.app()))
                        .thenComparing(PlannedApp::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        var items = new ArrayList<PlannedItem>();
        for (var place : places) {
            var room = new Room(place.reason() == null ? gate.room(place.id()) : 0, states(there, place));
            for (var app : inOrder) {
                var reason = reason(app, place, room);
                var spec = reason == null ? spec(app, defaults, assignments.getOrDefault(place.id(), List.of())) : null;
                items.add(new PlannedItem(app.app(), app.name(), place.id(), place.name(), spec, reason));
            }
        }
        return new QuickPlan(inOrder, places, items);
    }

    private static Map<AppId, String> states(Map<Place, String> there, PlannedEnvironment place) {
        return there.entrySet().stream()
                .filter(one -> one.getKey().environment().equals(place.id()))
                .collect(Collectors.toMap(one -> one.getKey().app(), Map.Entry::getValue));
    }

    private @Nullable String reason(PlannedApp app, PlannedEnvironment place, Room room) {
        if (place.reason() != null) {
            return place.reason();
        }
        if (app.reason() != null) {
            return app.reason();
        }
        var state = room.state(app.app());
        if (state != null) {
            return messages.getMessage("quick.there." + state);
        }
        return room.take(app) ? null : messages.getMessage("quick.noRoom");
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
}
