package io.patchbay.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an expression in an attribute may go on in another line. */
final class Expressions {

    private static final Pattern OPERATOR = Pattern.compile(" (and|or|\\?|:|\\?:|\\+) ");

    private record Place(int at, int depth) {}

    private Expressions() {}

    /** The expression on one line, unless a literal in it has lines. */
    static String flat(String expression) {
        var text = new StringBuilder();
        char literal = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            literal = literal(literal, c);
            if (literal != 0 || !Character.isWhitespace(c)) {
                text.append(c);
            } else if (text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        return text.toString();
    }

    /**
     * An attribute broken at its least deep commas and operators, until each line ends before the width.
     *
     * @param column where the attribute begins
     * @param indent where its further lines begin
     */
    static String wrapped(String attribute, int column, int indent, int width) {
        var lines = new StringBuilder();
        var rest = attribute;
        int room = width - column;
        int depth = 0;
        while (rest.length() > room && attribute.startsWith("th:")) {
            var place = lastOfLeastDepth(places(rest, depth), room);
            if (place.isEmpty()) {
                break;
            }
            int at = place.get().at();
            lines.append(rest, 0, at).append('\n').append(" ".repeat(indent));
            rest = rest.substring(at + 1);
            depth = place.get().depth();
            room = width - indent;
        }
        return lines.append(rest).toString();
    }

    private static Optional<Place> lastOfLeastDepth(List<Place> places, int room) {
        return places.stream()
                .filter(place -> place.at() <= room)
                .min(Comparator.comparingInt(Place::depth)
                        .thenComparing(Comparator.comparingInt(Place::at).reversed()));
    }

    private static List<Place> places(String text, int depthBefore) {
        var places = new ArrayList<Place>();
        char literal = 0;
        int depth = depthBefore;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            literal = literal(literal, c);
            if (literal != 0) {
                continue;
            }
            if ("({[".indexOf(c) >= 0) {
                depth++;
            } else if (")}]".indexOf(c) >= 0) {
                depth--;
            } else if (c == ' ' && i > 0 && (text.charAt(i - 1) == ',' || operatorAt(text, i))) {
                places.add(new Place(i, depth));
            }
        }
        return places;
    }

    private static boolean operatorAt(String text, int at) {
        return OPERATOR.matcher(text).region(at, text.length()).lookingAt();
    }

    private static char literal(char literal, char c) {
        if (literal == 0) {
            return c == '\'' || c == '|' ? c : 0;
        }
        return literal == c ? 0 : literal;
    }
}
