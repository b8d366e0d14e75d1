package io.patchbay.catalog.manifest;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
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
        } catch (YAMLException e) {
            throw new BadManifestException("The file isn't valid YAML: " + firstLine(e));
        }
    }

    private static String where(MarkedYAMLException e) {
        var mark = e.getProblemMark();
        return mark == null ? "" : ", line " + (mark.getLine() + 1);
    }

    private static String firstLine(YAMLException e) {
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
        return new Yaml(
                new SafeConstructor(options), new Representer(dumping), dumping, options, new EverythingIsText());
    }

    /** WinGet reads 1.10 as a text and not as a number, whether or not it is quoted. */
    private static final class EverythingIsText extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: a scalar without a tag is a text.
        }
    }
}
