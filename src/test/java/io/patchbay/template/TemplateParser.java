package io.patchbay.template;

import io.patchbay.template.Node.Element;
import io.patchbay.template.Node.Gap;
import io.patchbay.template.Node.Verbatim;
import io.patchbay.template.Node.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a template as a tree, and which white space in it shows. Every element but void ones has to be closed. */
final class TemplateParser {

    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=/>]+)(?:\\s*=\\s*(\"[^\"]*\"|'[^']*'))?");
    private static final Pattern TOKEN = Pattern.compile(
            "(?<space>\\s+)|(?<verbatim><!--.*?-->|<!doctype[^>]*>)|</(?<close>[^\\s>]+)\\s*>"
                    + "|<(?<open>[A-Za-z][^\\s/>]*)(?<attributes>(?:\\s+" + ATTRIBUTE.pattern() + ")*)\\s*/?>"
                    + "|(?<word>[^\\s<]+)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private enum Kind {
        OPEN,
        CLOSE,
        WORD,
        VERBATIM
    }

    /** A token; tag and attributes are those of the element it opens or closes. */
    private record Token(
            Kind kind,
            String text,
            boolean spaced,
            boolean blank,
            @Nullable Tag tag,
            Map<String, @Nullable String> attributes) {

        /** Whether white space beyond it, seen from inside an element it opens or closes, is next to what follows it. */
        boolean passes(Kind edge) {
            return kind == Kind.VERBATIM || (tag != null && tag.hidden() && (kind == edge || tag.isVoid()));
        }

        /** Whether white space beside it does not show, as seen from outside the element where {@code outside}. */
        boolean block(Kind outside) {
            return text.startsWith("<!doctype")
                    || (tag != null && tag.block() && !(tag.perhaps() && (kind == outside || tag.isVoid())));
        }
    }

    private final String template;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private TemplateParser(String template) {
        this.template = template;
    }

    /**
     * The pieces of a template at its top.
     *
     * @throws IllegalArgumentException if the template is not well-formed
     */
    static List<Node> parse(String template) {
        var parser = new TemplateParser(template);
        parser.tokenize();
        return parser.children(false);
    }

    private void tokenize() {
        var matcher = TOKEN.matcher(template);
        var opened = new ArrayDeque<Token>();
        var space = "";
        for (int at = 0; at < template.length(); ) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("Not understood: " + template.substring(at));
            }
            at = matcher.end();
            if (matcher.group("space") != null) {
                space = matcher.group();
                continue;
            }
            if (matcher.group("open") != null) {
                var attributes = attributes(matcher.group("attributes"));
                var tag = Tag.of(matcher.group("open"), attributes);
                var token = add(Kind.OPEN, matcher.group(), space, tag, attributes);
                if (!tag.isVoid()) {
                    opened.push(token);
                }
                if (tag.isRaw()) {
                    int end = template.indexOf("</" + tag.name(), at);
                    add(Kind.WORD, template.substring(at, end), "", null, Map.of());
                    at = end;
                }
            } else if (matcher.group("close") != null) {
                var open = opened.isEmpty() ? null : opened.pop();
                if (open == null || open.tag() == null || !open.tag().name().equals(matcher.group("close"))) {
                    throw new IllegalArgumentException("Not the tag to close: " + matcher.group());
                }
                add(Kind.CLOSE, matcher.group(), space, open.tag(), open.attributes());
            } else {
                var kind = matcher.group("word") != null ? Kind.WORD : Kind.VERBATIM;
                add(kind, matcher.group(), space, null, Map.of());
            }
            space = "";
        }
        if (!opened.isEmpty()) {
            throw new IllegalArgumentException("Not closed: " + opened.peek().text());
        }
    }

    private Token add(
            Kind kind, String text, String space, @Nullable Tag tag, Map<String, @Nullable String> attributes) {
        boolean blank = space.chars().filter(c -> c == '\n').count() > 1;
        var token = new Token(kind, text, !space.isEmpty(), blank, tag, attributes);
        tokens.add(token);
        return token;
    }

    private static Map<String, @Nullable String> attributes(String text) {
        var attributes = new LinkedHashMap<String, @Nullable String>();
        ATTRIBUTE.matcher(text).results().forEach(found -> attributes.put(found.group(1), found.group(2)));
        return attributes;
    }

    private List<Node> children(boolean row) {
        var nodes = new ArrayList<Node>();
        while (next < tokens.size() && tokens.get(next).kind() != Kind.CLOSE) {
            nodes.add(node(row));
        }
        return nodes;
    }

    private Node node(boolean row) {
        var before = gap(row);
        var token = tokens.get(next++);
        var tag = token.tag();
        if (tag == null) {
            return token.kind() == Kind.WORD ? new Word(before, token.text()) : new Verbatim(before, token.text());
        }
        if (tag.isVoid()) {
            return new Element(before, tag, token.attributes(), List.of(), null, Gap.NONE);
        }
        var raw = tag.isRaw() ? tokens.get(next++).text() : null;
        boolean inRow = tag.row() || (row && tag.hidden());
        List<Node> children = raw == null ? children(inRow) : List.of();
        var end = gap(inRow);
        next++;
        return new Element(before, tag, token.attributes(), children, raw, end);
    }

    /** What stands before the next token, in a row or not. */
    private Gap gap(boolean row) {
        var token = tokens.get(next);
        if (token.blank()) {
            return Gap.BLANK;
        }
        boolean betweenTags =
                next > 0 && token.kind() != Kind.WORD && tokens.get(next - 1).kind() != Kind.WORD;
        boolean shows = !(row && betweenTags) && shows();
        if (token.spaced()) {
            return shows ? Gap.SPACE : Gap.LOOSE;
        }
        return shows ? Gap.NONE : Gap.OPEN;
    }

    /**
     * A {@code th:block} leaves nothing but what is in it, which may be nothing: so it is only looked out of, not into. White
     * space right outside of it makes more inside not show.
     */
    private boolean shows() {
        int before = next - 1;
        while (before >= 0 && tokens.get(before).passes(Kind.OPEN)) {
            if (tokens.get(before--).spaced()) {
                return false;
            }
        }
        int after = next;
        while (after < tokens.size() && tokens.get(after).passes(Kind.CLOSE)) {
            if (++after < tokens.size() && tokens.get(after).spaced()) {
                return false;
            }
        }
        if (before < 0 || after == tokens.size()) {
            return false;
        }
        var left = tokens.get(before);
        var right = tokens.get(after);
        return !left.block(Kind.CLOSE) && !right.block(Kind.OPEN) && !edge(left, Kind.OPEN) && !edge(right, Kind.CLOSE);
    }

    private static boolean edge(Token token, Kind kind) {
        return token.kind() == kind
                && token.tag() != null
                && token.tag().box()
                && !token.tag().isVoid();
    }
}
