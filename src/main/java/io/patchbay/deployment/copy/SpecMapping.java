package io.patchbay.deployment.copy;

import io.patchbay.deployment.management.DeploymentChoices;
import io.patchbay.deployment.management.DeploymentChoices.OfferedChoice;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.environment.GroupMapping;
import io.patchbay.environment.GroupMapping.MappedGroup;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What takes the place of a file's groups, filters, scope tags and categories in a tenant: what has the identifier, or else the
 * name where only one has it. Scope tags go by their names: each tenant numbers its own.
 *
 * @param filters assignment filters of the tenant, names by identifier
 */
record SpecMapping(
        GroupMapping groups,
        Map<String, String> filters,
        Map<String, String> scopeTags,
        Map<String, String> categories) {

    private interface Search {

        @Nullable
        String find(Map<String, String> offer, String id, @Nullable String name);
    }

    /** Asks the tenant for what these need. */
    static SpecMapping asking(
            DeploymentChoices choices, EnvironmentId environment, List<DeploymentSpec> all, GroupMapping groups) {
        return new SpecMapping(
                groups,
                offer(all, spec -> filtered(spec), environment, choices::filters),
                offer(all, spec -> !spec.scopeTags().isEmpty(), environment, choices::scopeTags),
                offer(all, spec -> !spec.categories().isEmpty(), environment, choices::categories));
    }

    private static boolean filtered(DeploymentSpec spec) {
        return spec.assignments().stream().anyMatch(one -> one.filter() != null);
    }

    private static Map<String, String> offer(
            List<DeploymentSpec> all,
            Predicate<DeploymentSpec> needs,
            EnvironmentId environment,
            Function<EnvironmentId, OfferedChoice<Map<String, String>>> question) {
        if (all.stream().noneMatch(needs)) {
            return Map.of();
        }
        var answer = question.apply(environment);
        if (answer.problem() != null) {
            throw new ConflictException("copy.noAnswer", answer.problem());
        }
        return answer.offer();
    }

    /** The name of an assignment filter that the tenant does not have; empty where it has all of them. */
    Optional<String> missingFilter(DeploymentSpec spec) {
        return spec.assignments().stream()
                .filter(one -> one.filter() != null && filter(one) == null)
                .map(one -> Objects.requireNonNullElse(one.filterName(), String.valueOf(one.filter())))
                .findFirst();
    }

    /** The names of scope tags and categories that the tenant does not have. */
    List<String> missingMarks(DeploymentSpec spec) {
        var missing = new ArrayList<String>();
        spec.scopeTags().forEach((id, name) -> {
            if (named(scopeTags, id, name) == null) {
                missing.add(name);
            }
        });
        spec.categories().forEach((id, name) -> {
            if (place(categories, id, name) == null) {
                missing.add(name);
            }
        });
        return missing;
    }

    /**
     * The same for the tenant.
     *
     * @throws ConflictException where nobody said which group is meant, or a filter is missing
     */
    DeploymentSpec map(DeploymentSpec spec) {
        return new DeploymentSpec(
                spec.choice(),
                spec.installer(),
                spec.commands(),
                spec.detection(),
                spec.returnCodes(),
                present(scopeTags, spec.scopeTags(), SpecMapping::named),
                present(categories, spec.categories(), SpecMapping::place),
                spec.retain(),
                assignments(spec),
                spec.rollout());
    }

    private List<Assignment> assignments(DeploymentSpec spec) {
        var mapped = new ArrayList<Assignment>();
        var seen = new HashSet<List<?>>();
        for (var one : spec.assignments()) {
            var group =
                    one.group() == null ? Optional.<MappedGroup.Found>empty() : groups.of(one.group(), one.groupName());
            if (one.group() != null && group.isEmpty()) {
                continue;
            }
            var filter = filter(one);
            if (one.filter() != null && filter == null) {
                throw new ConflictException("copy.filter.missing", String.valueOf(one.filterName()));
            }
            var id = group.map(MappedGroup.Found::id).orElse(null);
            if (seen.add(List.of(one.intent(), id == null ? one.target() : id))) {
                mapped.add(new Assignment(
                        one.intent(),
                        one.target(),
                        id,
                        group.map(MappedGroup.Found::name).orElse(null),
                        filter,
                        filter == null ? null : filters.get(filter),
                        one.filterExcludes()));
            }
        }
        return mapped;
    }

    private @Nullable String filter(Assignment one) {
        return one.filter() == null ? null : place(filters, one.filter(), one.filterName());
    }

    private static Map<String, String> present(Map<String, String> offer, Map<String, String> wanted, Search search) {
        var present = new LinkedHashMap<String, String>();
        wanted.forEach((id, name) -> {
            var place = search.find(offer, id, name);
            if (place != null) {
                present.put(place, Objects.requireNonNullElse(offer.get(place), name));
            }
        });
        return present;
    }

    private static @Nullable String place(Map<String, String> offer, String id, @Nullable String name) {
        return offer.containsKey(id) ? id : named(offer, id, name);
    }

    /** The one of that name; of several the one that has the identifier too. */
    private static @Nullable String named(Map<String, String> offer, String id, @Nullable String name) {
        var named = offer.entrySet().stream()
                .filter(one -> one.getValue().equals(name))
                .map(Map.Entry::getKey)
                .toList();
        return named.contains(id) ? id : named.size() == 1 ? named.getFirst() : null;
    }
}
