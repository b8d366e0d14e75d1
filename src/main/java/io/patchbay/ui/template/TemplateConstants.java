package io.patchbay.ui.template;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/**
 * Writes into a template what is the same on every page that is made of it: texts without arguments and addresses without
 * parameters, exactly as Thymeleaf would print them. That is half of what a page has to evaluate, in each row of a list again. It
 * can be done since the portal speaks one language; what is not found here is left to Thymeleaf.
 */
final class TemplateConstants {

    private static final String MESSAGE = "#\\{([\\w.-]+)}";
    private static final String LINK = "@\\{(/[\\w./-]*)(#[\\w-]+)?}";
    private static final String ATTRIBUTE = "\\s+[\\w:.-]+(?:=\"[^\"]*\"|='[^']*')?";

    private static final Pattern TEXT = Pattern.compile(
            "<([a-z][\\w:]*)((?:%1$s)*?)\\s+th:text=\"%2$s\"((?:%1$s)*\\s*)>[^<]*</\\1>".formatted(ATTRIBUTE, MESSAGE));
    private static final Pattern LABEL =
            Pattern.compile("\\bth:(aria-label|title|placeholder|alt|data-[a-z-]+)=\"%s\"".formatted(MESSAGE));
    private static final Pattern ADDRESS =
            Pattern.compile("\\bth:(?:(href|src|hx-[a-z]+)=\"|attr=\"(hx-[a-z]+)=)%s\"".formatted(LINK));

    private final MessageSource messages;
    private final Function<String, Optional<String>> links;

    /** @param links from a path to the address of it that is printed; empty where that is not known yet */
    TemplateConstants(MessageSource messages, Function<String, Optional<String>> links) {
        this.messages = messages;
        this.links = links;
    }

    String writeInto(String template) {
        var text = replace(
                TEXT,
                template,
                found -> message(found.group(3))
                        .map(content -> "<%1$s%2$s%3$s>%4$s</%1$s>"
                                .formatted(found.group(1), found.group(2), found.group(4), content)));
        var labels = replace(
                LABEL,
                text,
                found -> message(found.group(2)).map(label -> "%s=\"%s\"".formatted(found.group(1), label)));
        return replace(
                ADDRESS,
                labels,
                found -> links.apply(found.group(3))
                        .map(address -> "%s=\"%s%s\""
                                .formatted(
                                        Objects.requireNonNullElse(found.group(1), found.group(2)),
                                        escaped(address),
                                        Objects.requireNonNullElse(found.group(4), ""))));
    }

    private static String replace(Pattern what, String template, Function<MatchResult, Optional<String>> by) {
        return what.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(by.apply(found).orElse(found.group())));
    }

    private Optional<String> message(String key) {
        try {
            return Optional.of(messages.getMessage(key, null, Locale.ENGLISH))
                    .filter(text -> !text.isEmpty() && !text.contains("[[") && !text.contains("[("))
                    .map(TemplateConstants::escaped);
        } catch (NoSuchMessageException missing) {
            return Optional.empty();
        }
    }

    private static String escaped(String text) {
        return EscapedAttributeUtils.escapeAttribute(TemplateMode.HTML, text);
    }
}
