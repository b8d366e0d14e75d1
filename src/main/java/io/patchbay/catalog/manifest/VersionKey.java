package io.patchbay.catalog.manifest;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * WinGet's order of versions as bytes, so that the database sorts them as WinGet does. Parts are split at dots; each is a
 * number and then a text, where no text is more than any text (1.0 comes after 1.0-beta); the shorter version is as if it
 * went on with zeros; what stands before the first digit does not count; Latest is above all versions and Unknown below all.
 *
 * <p>Each part that is not zero becomes one token, which begins with what it is against an end there: below (0-beta) or
 * above (1), and how many zeros come before it.
 */
public final class VersionKey {

    private static final Pattern PART = Pattern.compile("(?:([+-]?)([0-9]+))?(.*)", Pattern.DOTALL);
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final int UNKNOWN = 0;
    private static final int BELOW = 1;
    private static final int END = 2;
    private static final int ABOVE = 3;
    private static final int MOST_ZEROS = 0xff;
    private static final int LATEST = 0xff;
    private static final int NO_TEXT = 0xff;

    private record Part(long number, String text) {

        /** White space around a part does not count, and a sign belongs to its number, as with the function strtoull of C. */
        static Part of(String written) {
            var part = written.strip();
            var matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalStateException("Every text has a first part");
            }
            var digits = matcher.group(2);
            if (digits == null) {
                return new Part(0, part);
            }
            var number = new BigInteger(digits);
            return number.compareTo(LARGEST) > 0
                    ? new Part(0, part)
                    : new Part(
                            "-".equals(matcher.group(1)) ? -number.longValue() : number.longValue(), matcher.group(3));
        }

        boolean nothing() {
            return number == 0 && text.isEmpty();
        }
    }

    private VersionKey() {}

    /** Bytes that compare, unsigned, as the versions do. */
    public static byte[] of(String version) {
        var parts = parts(version);
        if (parts.size() == 1 && parts.getFirst().number() == 0) {
            switch (parts.getFirst().text()) {
                case "latest" -> {
                    return new byte[] {(byte) LATEST};
                }
                case "unknown" -> {
                    return new byte[] {UNKNOWN};
                }
                default -> {}
            }
        }
        var key = new ByteArrayOutputStream();
        int zeros = 0;
        for (var part : parts) {
            zeros = write(part, zeros, key);
        }
        key.write(END);
        return key.toByteArray();
    }

    /** The parts without the zeros at the end. */
    private static List<Part> parts(String version) {
        var parts = new ArrayList<Part>();
        for (var part : withoutPrefix(version.strip().toLowerCase(Locale.ROOT)).split("\\.", -1)) {
            parts.add(Part.of(part));
        }
        while (!parts.isEmpty() && parts.getLast().nothing()) {
            parts.removeLast();
        }
        return parts;
    }

    /** A word before the first digit is no part of a version, if that digit comes before the first dot. */
    private static String withoutPrefix(String version) {
        int digit = 0;
        while (digit < version.length() && !isDigit(version.charAt(digit))) {
            digit++;
        }
        int dot = version.indexOf('.');
        return digit < version.length() && (dot < 0 || digit < dot) ? version.substring(digit) : version;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Writes a part after so many zeros; gives how many zeros are before the next one. */
    private static int write(Part part, int zeros, ByteArrayOutputStream key) {
        if (part.nothing()) {
            return Math.min(zeros + 1, MOST_ZEROS);
        }
        if (part.number() == 0) {
            key.write(BELOW);
            key.write(zeros);
        } else {
            key.write(ABOVE);
            key.write(MOST_ZEROS - zeros);
            key.writeBytes(
                    ByteBuffer.allocate(Long.BYTES).putLong(part.number()).array());
        }
        write(part.text(), key);
        return 0;
    }

    private static void write(String text, ByteArrayOutputStream key) {
        if (text.isEmpty()) {
            key.write(NO_TEXT);
        } else {
            key.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            key.write(0);
        }
    }
}
