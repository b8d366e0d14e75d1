package io.patchbay.deployment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What two blueprints differ in, in words. */
final class Changes {

    private static final Map<String, Function<Blueprint, @Nullable Object>> PARTS = parts();

    private Changes() {}

    private static Map<String, Function<Blueprint, @Nullable Object>> parts() {
        var parts = new LinkedHashMap<String, Function<Blueprint, @Nullable Object>>();
        parts.put("version policy", Blueprint::fixedVersion);
        parts.put("update ring", Blueprint::ringDays);
        parts.put("architecture", Blueprint::architecture);
        parts.put("scope", Blueprint::scope);
        parts.put("install command", Blueprint::installCommand);
        parts.put("uninstall command", Blueprint::uninstallCommand);
        parts.put("script before", Blueprint::preScript);
        parts.put("script after", Blueprint::postScript);
        parts.put("detection", Blueprint::detection);
        parts.put("return codes", Blueprint::returnCodes);
        parts.put("role scope tags", Blueprint::scopeTags);
        parts.put("categories", Blueprint::categories);
        parts.put("versions to retain", Blueprint::retain);
        parts.put("assignments", Blueprint::assignments);
        return parts;
    }

    static String between(Blueprint before, Blueprint after) {
        return PARTS.entrySet().stream()
                .filter(part -> !Objects.equals(
                        part.getValue().apply(before), part.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
