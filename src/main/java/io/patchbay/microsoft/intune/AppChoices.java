package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.graph.Graph;
import io.patchbay.microsoft.graph.GraphOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What a tenant offers to be chosen for an application: names by identifier, a hundred at most. */
@Component
public class AppChoices {

    private static final int AT_MOST = 100;

    private final Graph graph;
    private final IntuneApi api;
    private final DeviceManagementApi management;

    AppChoices(Graph graph, @Qualifier("intuneApi") IntuneApi api, DeviceManagementApi management) {
        this.graph = graph;
        this.api = api;
        this.management = management;
    }

    /** Categories of applications. */
    public GraphOutcome<Map<String, String>> categories(UUID tenant) {
        return graph.call(
                tenant,
                bearer ->
                        named(api.categories(bearer).value(), IntuneApi.Category::id, IntuneApi.Category::displayName));
    }

    /** Role scope tags. Needs {@code DeviceManagementRBAC.Read.All}. */
    public GraphOutcome<Map<String, String>> scopeTags(UUID tenant) {
        return graph.call(tenant, bearer -> named(management.scopeTags(bearer)));
    }

    /** Assignment filters. Needs {@code DeviceManagementConfiguration.Read.All}. */
    public GraphOutcome<Map<String, String>> filters(UUID tenant) {
        return graph.call(tenant, bearer -> named(management.filters(bearer)));
    }

    private static Map<String, String> named(IntuneApi.IntunePage<DeviceManagementApi.Named> page) {
        return named(page.value(), DeviceManagementApi.Named::id, DeviceManagementApi.Named::displayName);
    }

    private static <T> Map<String, String> named(List<T> all, Function<T, String> id, Function<T, String> name) {
        var names = new LinkedHashMap<String, String>();
        all.stream().limit(AT_MOST).forEach(one -> names.put(id.apply(one), name.apply(one)));
        return names;
    }
}
