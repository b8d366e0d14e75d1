package io.patchbay.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A mapping of a YAML document, in which every scalar is a text: {@code 1.10} is a version and not a number. */
record Yaml(Map<?, ?> values) {

    static final int LONGEST = 512 * 1024;

    private static final int DEEPEST = 20;

    /** Takes no scalar for anything but a text. */
    private static final class Texts extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
            addImplicitResolver(Tag.NULL, NULL, "~nN\0", 10);
        }
    }

    static Yaml parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        var dumping = new org.yaml.snakeyaml.DumperOptions();
        try {
            var yaml = new org.yaml.snakeyaml.Yaml(
                    new SafeConstructor(options), new Representer(dumping), dumping, options, new Texts());
            if (yaml.load(text) instanceof Map<?, ?> map) {
                return new Yaml(map);
            }
        } catch (YAMLException e) {
            throw new BrokenManifestException("It is no valid YAML: " + firstLine(e));
        }
        throw new BrokenManifestException("It is no mapping");
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Nullable
    String text(String key) {
        return values.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    String required(String key) {
        var text = text(key);
        if (text == null) {
            throw new BrokenManifestException(key + " is missing");
        }
        return text;
    }

    Yaml map(String key) {
        return new Yaml(values.get(key) instanceof Map<?, ?> map ? map : Map.of());
    }

    List<Yaml> maps(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> new Yaml((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }
}
