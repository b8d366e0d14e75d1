package io.patchbay.catalog;

import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A number with which an installer ends and what its manifest says it means. Windows writes one and the same number with and
 * without a sign; here it always has one, as in Intune.
 */
public record ExitCode(int code, ExitMeaning meaning) {

    private static final Pattern NUMBER = Pattern.compile("([+-]?)(0x|0o|0b|0(?=[0-7_]+$))?([0-9a-f][0-9a-f_]*)");
    private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(0xffff_ffffL);
    private static final int LONGEST = 40;

    /** What an exit code means; as far as Intune is concerned, everything else is a failure. */
    public enum ExitMeaning {
        SUCCESS,
        RESTART_TO_FINISH,
        RESTART_INITIATED,
        TRY_AGAIN,
        FAILURE;

        /** The meaning of a {@code ReturnResponse}; a failure for those that a retry within minutes does not help. */
        public static ExitMeaning of(String response) {
            return switch (response.strip().toLowerCase(Locale.ROOT)) {
                case "rebootrequiredtofinish" -> RESTART_TO_FINISH;
                case "rebootinitiated" -> RESTART_INITIATED;
                case "alreadyinstalled" -> SUCCESS;
                case "packageinuse",
                        "packageinusebyapplication",
                        "installinprogress",
                        "fileinuse",
                        "nonetwork",
                        "rebootrequiredforinstall" -> TRY_AGAIN;
                default -> FAILURE;
            };
        }
    }

    /**
     * The number that a text says in one of YAML's forms: decimal, hexadecimal ({@code 0x80070005}), octal ({@code 0o17},
     * {@code 017}), binary, with underscores; empty where it is none, or does not fit into 32 bits.
     */
    public static OptionalInt parse(String text) {
        var form = NUMBER.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (text.length() > LONGEST || !form.matches()) {
            return OptionalInt.empty();
        }
        try {
            var value = new BigInteger(form.group(3).replace("_", ""), radix(form.group(2)));
            var signed = form.group(1).equals("-") ? value.negate() : value;
            return signed.compareTo(LEAST) < 0 || signed.compareTo(MOST) > 0
                    ? OptionalInt.empty()
                    : OptionalInt.of(signed.intValue());
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static int radix(String prefix) {
        return switch (prefix) {
            case "0x" -> 16;
            case "0o", "0" -> 8;
            case "0b" -> 2;
            case null, default -> 10;
        };
    }
}
