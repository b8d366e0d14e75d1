package io.patchbay.platform.script;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values as PowerShell reads them, in which nothing is expanded. They are ASCII whatever they say, because Windows PowerShell
 * 5.1 reads a script without byte order mark in the code page of the device (intune-in-the-field I8).
 */
public final class PowerShellLiteral {

    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    private PowerShellLiteral() {}

    /** A text. */
    public static String of(String text) {
        var literal = new StringBuilder("'");
        for (char character : text.toCharArray()) {
            if (character == '\'') {
                literal.append("''");
            } else if (character >= FIRST_PRINTABLE && character <= LAST_PRINTABLE) {
                literal.append(character);
            } else {
                literal.append("' + [char] 0x%04X + '".formatted((int) character));
            }
        }
        var whole = literal.append('\'').toString().replace(" + '' + ", " + ");
        return whole.contains("' + [char]") ? "(" + whole + ")" : whole;
    }

    /** An array of texts. */
    public static String of(List<String> texts) {
        return texts.stream().map(PowerShellLiteral::of).collect(Collectors.joining(", ", "@(", ")"));
    }

    /** A truth value. */
    public static String of(boolean value) {
        return value ? "$true" : "$false";
    }

    public static String ofNumbers(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "@(", ")"));
    }
}
