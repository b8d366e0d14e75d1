package io.patchbay.ui.template;

import java.text.Bidi;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Texts under one rule: an apostrophe is written twice, whether or not the text takes arguments. A text without arguments is
 * formatted once. What is written from right to left (Arabic, Hebrew) is put into a text between the marks by which Unicode keeps
 * it from changing the order of the words around it.
 */
class FormattedMessages extends ResourceBundleMessageSource {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final Map<String, Map<Locale, String>> formatted = new ConcurrentHashMap<>();

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        var texts = formatted.get(code);
        var known = texts == null ? null : texts.get(locale);
        return known == null ? format(code, locale) : known;
    }

    private @Nullable String format(String code, Locale locale) {
        var format = resolveCode(code, locale);
        if (format == null) {
            return null;
        }
        String text;
        synchronized (format) {
            text = format.format(new Object[0]);
        }
        formatted.computeIfAbsent(code, key -> new ConcurrentHashMap<>()).put(locale, text);
        return text;
    }

    @Override
    protected Object[] resolveArguments(Object @Nullable [] arguments, @Nullable Locale locale) {
        return Arrays.stream(super.resolveArguments(arguments, locale))
                .map(FormattedMessages::isolated)
                .toArray();
    }

    private static @Nullable Object isolated(@Nullable Object argument) {
        return argument instanceof String text && Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : argument;
    }
}
