package io.patchbay.deployment.assignment;

import io.patchbay.deployment.management.DeploymentChoices;
import io.patchbay.deployment.management.DeploymentChoices.OfferedChoice;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Rows for several environments at once, each of which knows groups and filters by names of its own. Asks Microsoft. */
@Component
public class AssignmentPlaces {

    private final AssignmentCheck check;
    private final DeploymentChoices choices;
    private final MessageSourceAccessor messages;

    AssignmentPlaces(AssignmentCheck check, DeploymentChoices choices, MessageSourceAccessor messages) {
        this.check = check;
        this.choices = choices;
        this.messages = messages;
    }

    /**
     * What became of the rows.
     *
     * @param assignments of each environment, where no row has a problem
     * @param problems what is wrong with a row, by its place
     * @param similar names of groups that may have been meant
     */
    public record Placed(
            Map<EnvironmentId, List<Assignment>> assignments, Map<Integer, String> problems, List<String> similar) {

        /** No rows, no environments. */
        public static final Placed NOTHING = new Placed(Map.of(), Map.of(), List.of());
    }

    /** Makes assignments of the rows for each of the environments that is connected. */
    public Placed place(List<EnvironmentView> environments, List<AssignmentRow> rows) {
        var placed = new Placed(new LinkedHashMap<>(), new HashMap<>(), new ArrayList<>());
        for (var environment : environments) {
            if (environment.connected()) {
                var named = filtered(environment, rows, environments.size() > 1, placed);
                var checked = check.check(environment.id(), List.of(), named);
                checked.problems()
                        .forEach((place, problem) -> placed.problems()
                                .putIfAbsent(place, of(environment, environments.size() > 1, problem)));
                placed.similar().addAll(checked.similar());
                placed.assignments().put(environment.id(), checked.assignments());
            }
        }
        return placed;
    }

    private List<AssignmentRow> filtered(
            EnvironmentView environment, List<AssignmentRow> rows, boolean several, Placed placed) {
        if (rows.stream().allMatch(row -> row.filter() == null)) {
            return rows;
        }
        var offered = choices.filters(environment);
        var named = new ArrayList<AssignmentRow>();
        for (int place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            var filter = offered.offer().entrySet().stream()
                    .filter(one -> one.getValue().equals(row.filter()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (row.filter() != null && filter.isEmpty()) {
                placed.problems().putIfAbsent(place, of(environment, several, missing(row, offered)));
            }
            named.add(row.filtered(filter.orElse(null)));
        }
        return named;
    }

    private String missing(AssignmentRow row, OfferedChoice<?> offered) {
        return offered.problem() != null
                ? offered.problem()
                : messages.getMessage("quick.noFilter", new Object[] {row.filter()});
    }

    private static String of(EnvironmentView environment, boolean several, String problem) {
        return several ? environment.name() + ": " + problem : problem;
    }

    /** The names of the filters that the environments have, each once. */
    public List<String> filters(List<EnvironmentView> environments) {
        var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        environments.stream()
                .filter(EnvironmentView::connected)
                .forEach(one -> names.addAll(choices.filters(one).offer().values()));
        return List.copyOf(names);
    }
}
