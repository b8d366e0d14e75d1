package io.patchbay.deployment.device;

import java.util.regex.Pattern;

/**
 * A program and what it is given, taken apart as the scripts do it: no shell is asked. A path with spaces and without quotes
 * ends at its extension.
 */
record CommandLine(String file, String arguments) {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"\\s*(.*)");
    private static final Pattern PROGRAM =
            Pattern.compile("([^\"]+?\\.(?:exe|com|cmd|bat))(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("(\\S+)(?:\\s+(.*))?");

    static CommandLine of(String written) {
        var line = written.replaceAll("[\\r\\n]+", " ").strip();
        for (var pattern : new Pattern[] {QUOTED, PROGRAM, WORD}) {
            var matcher = pattern.matcher(line);
            if (matcher.matches()) {
                var arguments = matcher.group(2);
                return new CommandLine(matcher.group(1).strip(), arguments == null ? "" : arguments.strip());
            }
        }
        return new CommandLine(line, "");
    }
}
