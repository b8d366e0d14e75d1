package io.patchbay.template;

import io.patchbay.template.Node.Element;
import io.patchbay.template.Node.Gap;
import io.patchbay.template.Node.Verbatim;
import io.patchbay.template.Node.Word;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a template with one layout: two spaces for each level; an element on one line where it fits and holds nothing of
 * its own line, or else each piece of it on a line; attributes on one line where they fit, or else one on a line, four
 * spaces further in. White space that shows is neither added nor taken away.
 */
public final class TemplateLayout {

    /** How long lines become where there is a place to break them. */
    private static final int WIDTH = 120;

    private static final int STEP = 2;
    private static final int CONTINUED = 4;

    private final StringBuilder out = new StringBuilder();

    private TemplateLayout() {}

    /**
     * The template in the one layout; laid out again it stays the same.
     *
     * @throws IllegalArgumentException if the template is not well-formed
     */
    public static String of(String template) {
        var layout = new TemplateLayout();
        layout.lines(TemplateParser.parse(template), 0, false);
        return layout.out.append('\n').toString();
    }

    /** Each run of pieces that may not be parted on a line of its own; words, and what stands among them, flow. */
    private void lines(List<Node> nodes, int indent, boolean goesOn) {
        boolean flows = nodes.stream().anyMatch(Word.class::isInstance);
        for (int from = 0, to; from < nodes.size(); from = to) {
            to = from + 1;
            while (to < nodes.size() && nodes.get(to).before() == Gap.NONE) {
                to++;
            }
            var run = nodes.subList(from, to);
            if (from > 0) {
                part(run, indent, flows);
            } else if (!goesOn && !out.isEmpty()) {
                newLine(indent);
            }
            run.forEach(node -> write(node, indent));
        }
    }

    private void part(List<Node> run, int indent, boolean flows) {
        if (flows
                && run.stream().noneMatch(TemplateLayout::startsLines)
                && column() + 1 + flat(run).length() <= WIDTH) {
            out.append(run.getFirst().before().inLine());
            return;
        }
        if (run.getFirst().before() == Gap.BLANK) {
            out.append('\n');
        }
        newLine(indent);
    }

    private void write(Node node, int indent) {
        var flat = flat(node);
        if (node instanceof Element element && (startsLines(element) || column() + flat.length() > WIDTH)) {
            broken(element, indent);
        } else {
            out.append(flat);
        }
    }

    private void broken(Element element, int indent) {
        boolean inTag = element.sample() || element.children().isEmpty();
        var text = inTag ? element.raw() == null ? flat(element.children()) : element.raw() : "";
        openTag(element, indent, inTag ? firstLine(text) + closeTag(element).length() : 0);
        if (!inTag) {
            content(element, indent);
        }
        out.append(text).append(closeTag(element));
    }

    private void content(Element element, int indent) {
        int inner = element.name().equals("html") ? indent : indent + STEP;
        lines(element.children(), inner, element.children().getFirst().before() == Gap.NONE);
        if (element.end() != Gap.NONE) {
            newLine(indent);
        }
    }

    private void openTag(Element element, int indent, int rest) {
        var flat = flatTag(element);
        if (column() + flat.length() + rest <= WIDTH) {
            out.append(flat);
            return;
        }
        out.append('<').append(element.name());
        int further = indent + CONTINUED;
        boolean first = true;
        for (var attribute : element.attributes().entrySet()) {
            var text = attribute(attribute.getKey(), attribute.getValue());
            var beside = Expressions.wrapped(text, column() + 1, further + CONTINUED, WIDTH - 1);
            var below = Expressions.wrapped(text, further, further + CONTINUED, WIDTH - 1);
            if (first && lines(beside) == lines(below) && firstLine(beside) < WIDTH - column() - 1) {
                out.append(' ').append(beside);
            } else {
                newLine(further);
                out.append(below);
            }
            first = false;
        }
        out.append('>');
    }

    private static long lines(String text) {
        return text.lines().count();
    }

    private static int firstLine(String text) {
        return text.lines().findFirst().orElse("").length();
    }

    /** Whether an element has something in it that begins a line. */
    private static boolean startsLines(Node node) {
        return switch (node) {
            case Word word -> false;
            case Verbatim verbatim -> true;
            case Element element ->
                (element.raw() != null && element.raw().contains("\n"))
                        || element.children().stream().anyMatch(child -> startsLines(child) || isBlock(child));
        };
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && element.tag().block();
    }

    private static String flat(List<Node> nodes) {
        var text = new StringBuilder();
        for (var node : nodes) {
            text.append(text.isEmpty() ? "" : node.before().inLine()).append(flat(node));
        }
        return text.toString();
    }

    private static String flat(Node node) {
        return switch (node) {
            case Word word -> word.text();
            case Verbatim verbatim -> verbatim.text();
            case Element element -> flatTag(element) + flatContent(element) + closeTag(element);
        };
    }

    private static String flatContent(Element element) {
        if (element.children().isEmpty()) {
            return element.raw() == null ? "" : element.raw();
        }
        var text = flat(element.children());
        return element.sample()
                ? text
                : element.children().getFirst().before().atEdge()
                        + text
                        + element.end().atEdge();
    }

    private static String flatTag(Element element) {
        return element.attributes().entrySet().stream()
                .map(attribute -> " " + attribute(attribute.getKey(), attribute.getValue()))
                .collect(Collectors.joining("", "<" + element.name(), ">"));
    }

    private static String closeTag(Element element) {
        return element.tag().isVoid() ? "" : "</" + element.name() + ">";
    }

    private static String attribute(String name, @Nullable String value) {
        if (value == null) {
            return name;
        }
        return name + "=" + (name.startsWith("th:") ? Expressions.flat(value) : value);
    }

    private int column() {
        return out.length() - (out.lastIndexOf("\n") + 1);
    }

    private void newLine(int indent) {
        out.append('\n').append(" ".repeat(indent));
    }
}
