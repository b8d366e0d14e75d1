package io.patchbay.deployment.archive;

import io.patchbay.deployment.archive.UnusableArchiveException.ArchiveFault;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Names in archives, which anybody may have chosen: usable on Windows, and never leading out of the folder. */
final class ArchivePaths {

    private static final Pattern PART = Pattern.compile("[^\\\\/:*?\"<>|\\x00-\\x1f]*[^\\\\/:*?\"<>|\\x00-\\x1f. ]");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 400;

    private ArchivePaths() {}

    /** The path with slashes. */
    static String checked(String name) throws UnusableArchiveException {
        var path = name.replace('\\', '/').replaceFirst("^(\\./)+", "");
        var usable = path.length() <= LONGEST
                && Arrays.stream(path.split("/", -1))
                        .allMatch(part -> PART.matcher(part).matches()
                                && !DEVICE.matcher(part).matches());
        if (!usable) {
            throw new UnusableArchiveException(
                    ArchiveFault.BAD_NAME,
                    name.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(name.length(), LONGEST)));
        }
        return path;
    }
}
