package io.patchbay.deployment.copy;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.copy.DeploymentImportStore.State;
import io.patchbay.deployment.model.VersionChoice;
import io.patchbay.environment.PortablePart.PartImport;
import io.patchbay.environment.PortablePart.Prospect;
import io.patchbay.environment.PortablePart.Supplied;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.support.MessageSourceAccessor;

/** Deployments of a file on the way into an environment. */
final class DeploymentImport implements PartImport<CopiedDeployment> {

    private final EnvironmentId environment;
    private final List<CopiedDeployment> all;
    private final Map<AppId, List<Integer>> ofApps;
    private final SpecMapping mapping;
    private final DeploymentImportStore store;
    private final MessageSourceAccessor messages;

    DeploymentImport(
            EnvironmentId environment,
            List<CopiedDeployment> all,
            SpecMapping mapping,
            DeploymentImportStore store,
            MessageSourceAccessor messages) {
        this.environment = environment;
        this.all = all;
        this.ofApps = IntStream.range(0, all.size())
                .boxed()
                .collect(Collectors.groupingBy(number -> all.get(number).appId()));
        this.mapping = mapping;
        this.store = store;
        this.messages = messages;
    }

    @Override
    public List<Prospect> prospects() {
        var state = store.state(environment, all);
        var prospects = new ArrayList<Prospect>();
        int room = state.room();
        for (int number = 0; number < all.size(); number++) {
            var prospect = prospect(number, state);
            if (prospect.proposed() && !all.get(number).draft() && room-- <= 0) {
                prospect = prospect.doubtful(messages.getMessage("copy.deployment.noRoom"));
            }
            prospects.add(prospect);
        }
        return prospects;
    }

    private Prospect prospect(int number, State state) {
        var one = all.get(number);
        var detail = detail(one);
        if (state.there().contains(number)) {
            return Prospect.there(one.name(), detail);
        }
        var obstacle = state.hindrance()
                .or(() -> Optional.ofNullable(state.obstacles().get(number)).map(messages::getMessage))
                .or(() -> mapping.missingFilter(one.spec())
                        .map(filter -> messages.getMessage("copy.filter.missing", new Object[] {filter})));
        if (obstacle.isPresent()) {
            return Prospect.impossible(one.name(), detail, obstacle.get());
        }
        var prospect = Prospect.possible(one.name(), detail);
        return state.drafts().contains(one.appId())
                ? prospect.doubtful(messages.getMessage("copy.deployment.draftOpen"))
                : prospect;
    }

    private String detail(CopiedDeployment one) {
        var versions = switch (one.spec().choice()) {
            case VersionChoice.Fixed(var version) ->
                messages.getMessage("copy.deployment.fixed", new Object[] {version});
            case VersionChoice.Latest(var ring) -> messages.getMessage("copy.deployment.latest", new Object[] {ring});
        };
        var missing = mapping.missingMarks(one.spec());
        var detail = messages.getMessage("copy.deployment.detail", new Object[] {
            versions,
            one.spec().architecture().name().toLowerCase(Locale.ROOT),
            one.spec().assignments().size(),
            messages.getMessage("copy.deployment." + one.state())
        });
        return missing.isEmpty()
                ? detail
                : detail + " "
                        + messages.getMessage("copy.deployment.without", new Object[] {String.join(", ", missing)});
    }

    @Override
    public Optional<String> make(int number, Supplied supplied) {
        var one = all.get(number);
        store.make(environment, all, ofApps.getOrDefault(one.appId(), List.of()), number, mapping.map(one.spec()));
        return Optional.empty();
    }
}
