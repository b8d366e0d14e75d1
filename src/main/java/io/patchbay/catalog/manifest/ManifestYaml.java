package io.patchbay.catalog.manifest;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Construct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML that anybody may have written: plain data only, of bounded size and depth, with few aliases. */
final class ManifestYaml {

    private static final int MOST_ALIASES = 20;
    private static final int DEEPEST = 24;

    private ManifestYaml() {}

    static ManifestNode read(byte[] content) throws BadManifestException {
        try {
            Object document = reader().load(new ByteArrayInputStream(content));
            if (document instanceof Map<?, ?> map) {
                return new ManifestNode(map);
            }
            throw new BadManifestException("The file isn't a manifest: it has no fields");
        } catch (MarkedYAMLException e) {
            throw new BadManifestException("The file isn't valid YAML: " + e.getProblem() + where(e));
        } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The latter two escape from SnakeYAML where a tag is broken off, such as !%2.
            throw new BadManifestException("The file isn't valid YAML: " + firstLine(e));
        }
    }

    private static String where(MarkedYAMLException e) {
        var mark = e.getProblemMark();
        return mark == null ? "" : ", line " + (mark.getLine() + 1);
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Yaml reader() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(ManifestFile.LARGEST);
        var dumping = new DumperOptions();
        return new Yaml(new PlainData(options), new Representer(dumping), dumping, options, new EverythingIsText());
    }

    /**
     * Takes nothing but texts, lists, and maps whose fields have names, each without a tag: a list as a name may contain itself
     * and has no hash then, and behind a tag may stand what it does not fit.
     */
    private static final class PlainData extends SafeConstructor {

        PlainData(LoaderOptions options) {
            super(options);
        }

        @Override
        protected Construct getConstructor(Node node) {
            if (!node.getTag().equals(plain(node))) {
                throw new YAMLException("it holds more than texts, lists and named fields");
            }
            return super.getConstructor(node);
        }

        private static @Nullable Tag plain(Node node) {
            return switch (node) {
                case ScalarNode text -> Tag.STR;
                case SequenceNode list -> Tag.SEQ;
                case MappingNode map when hasNames(map) -> Tag.MAP;
                default -> null;
            };
        }

        private static boolean hasNames(MappingNode map) {
            return map.getValue().stream().allMatch(field -> field.getKeyNode() instanceof ScalarNode);
        }
    }

    /** WinGet reads 1.10 as a text and not as a number, whether or not it is quoted. */
    private static final class EverythingIsText extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: a scalar without a tag is a text.
        }
    }
}
