package io.patchbay.deployment.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What two specs differ in, in words. */
final class SpecDifference {

    private static final Map<String, Function<DeploymentSpec, @Nullable Object>> PARTS = parts();

    private SpecDifference() {}

    private static Map<String, Function<DeploymentSpec, @Nullable Object>> parts() {
        var parts = new LinkedHashMap<String, Function<DeploymentSpec, @Nullable Object>>();
        parts.put("version policy", DeploymentSpec::fixedVersion);
        parts.put("update ring", DeploymentSpec::ringDays);
        parts.put("architecture", DeploymentSpec::architecture);
        parts.put("scope", DeploymentSpec::scope);
        parts.put("language", DeploymentSpec::language);
        parts.put("install command", spec -> spec.commands().install());
        parts.put("uninstall command", spec -> spec.commands().uninstall());
        parts.put("script before", spec -> spec.commands().preScript());
        parts.put("script after", spec -> spec.commands().postScript());
        parts.put("detection", DeploymentSpec::detection);
        parts.put("return codes", DeploymentSpec::returnCodes);
        parts.put("role scope tags", DeploymentSpec::scopeTags);
        parts.put("categories", DeploymentSpec::categories);
        parts.put("versions to retain", DeploymentSpec::retain);
        parts.put("assignments", DeploymentSpec::assignments);
        parts.put("supersedence", spec -> spec.rollout().supersede());
        parts.put("dependencies", spec -> spec.rollout().requires().keySet());
        parts.put("uninstall by users", spec -> spec.rollout().allowUninstall());
        parts.put("approval justification", spec -> spec.rollout().justification());
        return parts;
    }

    static String between(DeploymentSpec before, DeploymentSpec after) {
        return PARTS.entrySet().stream()
                .filter(part -> !Objects.equals(
                        part.getValue().apply(before), part.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
