package io.patchbay.platform.csv;

import org.jspecify.annotations.Nullable;

/** Rows as spreadsheets read them: quoted where needed, and no cell is taken for a formula. */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r\n|%";

    private Csv() {}

    /** A row with its end of line; a cell without a text is a dash. */
    public static String line(@Nullable String... cells) {
        var line = new StringBuilder();
        for (var cell : cells) {
            append(line, cell);
            line.append(',');
        }
        line.setLength(Math.max(0, line.length() - 1));
        return line.append("\r\n").toString();
    }

    private static void append(StringBuilder line, @Nullable String text) {
        if (text == null || text.isBlank()) {
            line.append('-');
            return;
        }
        var harmless = formula(text.charAt(0)) || formula(text.stripLeading().charAt(0)) ? "'" + text : text;
        if (quoted(harmless)) {
            line.append('"').append(harmless.replace("\"", "\"\"")).append('"');
        } else {
            line.append(harmless);
        }
    }

    private static boolean formula(char first) {
        return FORMULA.indexOf(first) >= 0;
    }

    private static boolean quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (quoted(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean quoted(char one) {
        return switch (one) {
            case ',', '"', '\r', '\n', ';', '\t', '\'' -> true;
            default -> false;
        };
    }
}
