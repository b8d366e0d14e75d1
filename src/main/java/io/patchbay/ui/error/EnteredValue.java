package io.patchbay.ui.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * Something that somebody typed into a form that was refused, so that it is not lost.
 *
 * @param name the field's name, in words
 */
record EnteredValue(String name, String value) {

    private static final int AT_MOST = 20;
    private static final int LENGTH_AT_MOST = 4_000;
    private static final Set<String> SECRET = Set.of("key", "secret", "token", "code", "state", "password");
    private static final Pattern NOT_TYPED = Pattern.compile(
            "true|false|on|off|[A-Z][A-Z_0-9]+" + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What was typed, without what was chosen from a list, what the form itself brought along, and secrets. */
    static List<EnteredValue> of(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_") && !SECRET.contains(field.getKey()))
                .flatMap(field -> Arrays.stream(field.getValue())
                        .map(String::strip)
                        .filter(value -> !value.isEmpty() && value.length() <= LENGTH_AT_MOST)
                        .filter(value -> !NOT_TYPED.matcher(value).matches())
                        .map(value -> new EnteredValue(words(field.getKey()), value)))
                .limit(AT_MOST)
                .toList();
    }

    private static String words(String name) {
        var words = name.replaceAll("[^A-Za-z0-9]+", " ")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .strip()
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
