package io.patchbay.platform.csv;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as spreadsheets read them: quoted where needed, and no cell is taken for a formula. */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r\n|%";

    private Csv() {}

    /** A row with its end of line; a cell without a text is a dash. */
    public static String line(@Nullable String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "-";
        }
        var harmless = FORMULA.indexOf(text.stripLeading().charAt(0)) >= 0 || FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
        return harmless.chars().anyMatch(c -> ",\"\r\n;\t'".indexOf(c) >= 0)
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
