package io.patchbay.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * WinGet's order of versions: part by part, each by its leading number and then by the text after it, where no text is more
 * than any; zeros at the end do not count.
 *
 * @see <a href="https://github.com/microsoft/winget-cli/blob/master/src/AppInstallerSharedLib/Versions.cpp">winget-cli</a>
 */
final class VersionOrder implements Comparator<String> {

    static final VersionOrder INSTANCE = new VersionOrder();

    private static final Pattern PREFIX = Pattern.compile("^[^\\d.]+(?=\\d)");

    private record Part(String number, String rest) implements Comparable<Part> {

        static Part of(String text) {
            var digits = 0;
            while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
                digits++;
            }
            return new Part(
                    text.substring(0, digits).replaceFirst("^0+", ""),
                    text.substring(digits).strip().toLowerCase(Locale.ROOT));
        }

        boolean zero() {
            return number.isEmpty() && rest.isEmpty();
        }

        @Override
        public int compareTo(Part other) {
            var byLength = Integer.compare(number.length(), other.number.length());
            var byNumber = byLength != 0 ? byLength : number.compareTo(other.number);
            if (byNumber != 0) {
                return byNumber;
            }
            if (rest.isEmpty() || other.rest.isEmpty()) {
                return Boolean.compare(rest.isEmpty(), other.rest.isEmpty());
            }
            return rest.compareTo(other.rest);
        }
    }

    @Override
    public int compare(String one, String other) {
        var special = Integer.compare(rank(one), rank(other));
        if (special != 0 || rank(one) != 0) {
            return special;
        }
        var left = parts(one);
        var right = parts(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            var order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** {@code Latest} is more than any version, {@code Unknown} less. */
    private static int rank(String version) {
        return switch (version.strip().toLowerCase(Locale.ROOT)) {
            case "latest" -> 1;
            case "unknown" -> -1;
            default -> 0;
        };
    }

    private static List<Part> parts(String version) {
        var parts = new ArrayList<Part>();
        for (var text : PREFIX.matcher(version.strip()).replaceFirst("").split("\\.", -1)) {
            parts.add(Part.of(text));
        }
        while (parts.size() > 1 && parts.getLast().zero()) {
            parts.removeLast();
        }
        return parts;
    }
}
