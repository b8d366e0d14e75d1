package io.patchbay.deployment.assignment;

import io.patchbay.deployment.management.DeploymentChoices;
import io.patchbay.deployment.management.GroupNames;
import io.patchbay.deployment.management.GroupNames.NamedGroup;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Makes assignments of the rows that somebody filled in, or says of each what is wrong with it. */
@Component
public class AssignmentCheck {

    private static final int NAMED_AT_MOST = 5;

    private final GroupNames groups;
    private final DeploymentChoices choices;
    private final MessageSourceAccessor messages;

    AssignmentCheck(GroupNames groups, DeploymentChoices choices, MessageSourceAccessor messages) {
        this.groups = groups;
        this.choices = choices;
        this.messages = messages;
    }

    /**
     * What became of the rows.
     *
     * @param assignments all of them, where no row has a problem
     * @param problems what is wrong with a row, by its place
     * @param similar names of groups that may have been meant
     */
    public record Checked(List<Assignment> assignments, Map<Integer, String> problems, List<String> similar) {}

    /**
     * Checks rows for an environment. Asks Microsoft.
     *
     * @param known assignments whose groups are known by name already
     */
    public Checked check(EnvironmentId environment, List<Assignment> known, List<AssignmentRow> rows) {
        var checked = new Checked(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        var meant = meant(environment, known, rows, checked);
        var names =
                choices.names(environment, meant.values().stream().distinct().toList());
        var filters = rows.stream().allMatch(row -> row.filter() == null)
                ? Map.<String, String>of()
                : choices.filters(environment).offer();
        var seen = new HashSet<List<?>>();
        for (int place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            var group = meant.get(place);
            if (row.untouched() || checked.problems().containsKey(place)) {
                continue;
            }
            if (group != null && names.problem() != null) {
                checked.problems().put(place, names.problem());
            } else if (group != null && !names.offer().containsKey(group)) {
                checked.problems().put(place, messages.getMessage("deployments.assign.gone"));
            } else if (!seen.add(List.of(row.intent(), group == null ? row.target() : group))) {
                checked.problems().put(place, messages.getMessage("deployments.assign.twice"));
            } else {
                checked.assignments().add(assignment(row, group, names.offer(), filters));
            }
        }
        return checked;
    }

    private Map<Integer, UUID> meant(
            EnvironmentId environment, List<Assignment> known, List<AssignmentRow> rows, Checked checked) {
        var meant = new HashMap<Integer, UUID>();
        for (int place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            if (!row.ofGroup() || row.untouched()) {
                continue;
            }
            if (row.group().isEmpty()) {
                checked.problems().put(place, messages.getMessage("deployments.assign.noGroup"));
                continue;
            }
            switch (groups.meant(environment, known, row.group())) {
                case NamedGroup.One(var id) -> meant.put(place, id);
                case NamedGroup.NotAsked(var problem) -> checked.problems().put(place, problem);
                case NamedGroup.Unclear(var several, var similar) -> {
                    checked.problems().put(place, unclear(row.group(), several, similar));
                    checked.similar().addAll(similar);
                }
            }
        }
        return meant;
    }

    private String unclear(String name, boolean several, Collection<String> similar) {
        var key = several ? "several" : similar.isEmpty() ? "noneFound" : "unclear";
        var some = similar.stream().limit(NAMED_AT_MOST).toList();
        return messages.getMessage("deployments.assign." + key, new Object[] {name, String.join(", ", some)});
    }

    private static Assignment assignment(
            AssignmentRow row, @Nullable UUID group, Map<UUID, String> names, Map<String, String> filters) {
        return new Assignment(
                row.intent(),
                row.target(),
                group,
                group == null ? null : names.get(group),
                row.filter(),
                row.filter() == null ? null : Objects.requireNonNullElse(filters.get(row.filter()), row.filter()),
                row.excludes());
    }
}
