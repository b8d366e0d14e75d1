package io.patchbay.catalog.manifest;

import io.patchbay.catalog.InstallerType;
import io.patchbay.catalog.NestedInstaller;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The installer in an archive, as a manifest names it. */
final class NestedFields {

    private static final Pattern PATH =
            Pattern.compile("[^\\\\\"<>|:*?%\\x00-\\x1f]+(\\\\[^\\\\\"<>|:*?%\\x00-\\x1f]+)*");
    private static final int MOST_FILES = 1_024;
    private static final int LONGEST_PATH = 512;

    private NestedFields() {}

    /** The one; null where none is named, or several are, or its path leads out of the archive. */
    static @Nullable NestedInstaller of(ManifestNode fields) throws BadManifestException {
        if (!fields.has("NestedInstallerType")) {
            return null;
        }
        var type = fields.oneOf(InstallerType.class, "NestedInstallerType");
        var files = fields.each("NestedInstallerFiles", MOST_FILES);
        if (files.isEmpty() || (files.size() > 1 && type != InstallerType.PORTABLE)) {
            return null;
        }
        var path = files.getFirst()
                .required("RelativeFilePath", LONGEST_PATH)
                .replace('/', '\\')
                .replaceFirst("^(\\.\\\\)+", "");
        return PATH.matcher(path).matches() && ("\\" + path + "\\").indexOf("\\..\\") < 0
                ? new NestedInstaller(type, path)
                : null;
    }
}
