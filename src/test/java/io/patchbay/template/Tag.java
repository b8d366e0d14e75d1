package io.patchbay.template;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an element's name and classes say about the white space around and in it.
 *
 * @param block white space around it does not show
 * @param perhaps the page may be without it
 * @param box white space at the ends of its content does not show
 * @param row white space between the elements in it does not show
 * @param hidden there is nothing of it on the page where it stands but what is in it
 */
record Tag(String name, boolean block, boolean perhaps, boolean box, boolean row, boolean hidden) {

    private static final Set<String> VOID = words("area base br col embed hr img input link meta source track wbr");
    private static final Set<String> RAW = words("pre script style textarea");
    private static final Set<String> BLOCK = words("html head body title meta link script style noscript template main"
            + " header footer nav section article aside search address div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table"
            + " caption colgroup col thead tbody tfoot tr td th form fieldset legend details summary dialog blockquote"
            + " figure figcaption hr br pre option optgroup");
    private static final Set<String> CONDITIONS = words("th:if th:unless th:case th:each");
    private static final Set<String> OPAQUE = words("th:fragment th:each");
    private static final Set<String> BOX = words("button select");

    /** Classes that make their elements blocks. */
    private static final Set<String> BLOCK_CLASSES = words("form-control form-select form-check-input");

    /** Classes that lay out what is in their elements by flex or grid. */
    private static final Set<String> ROW_CLASSES = words("btn pb-actions pb-banner-end pb-banner-pager pb-brand"
            + " pb-chart-ends pb-dialog-actions pb-empty-icon pb-filter-end pb-foot pb-header-actions pb-icon-button"
            + " pb-id pb-menu-head pb-menu-item pb-nav-link pb-nav-toggle pb-pager pb-panel-head pb-row pb-segments"
            + " pb-status pb-step-mark pb-stepper pb-toast pb-toolbar pb-top-button pb-top-end");

    static Tag of(String name, Map<String, @Nullable String> attributes) {
        var classes = classes(attributes.get("class"));
        boolean block = BLOCK.contains(name) || classes.stream().anyMatch(BLOCK_CLASSES::contains);
        boolean perhaps = CONDITIONS.stream().anyMatch(attributes::containsKey);
        boolean row = classes.stream().anyMatch(ROW_CLASSES::contains);
        return new Tag(
                name,
                block,
                perhaps,
                block || row || BOX.contains(name),
                row,
                "\"hidden\"".equals(attributes.get("type"))
                        || (name.equals("th:block") && OPAQUE.stream().noneMatch(attributes::containsKey)));
    }

    /** Whether the element has no closing tag. */
    boolean isVoid() {
        return VOID.contains(name);
    }

    /** Whether white space in the element's content counts. */
    boolean isRaw() {
        return RAW.contains(name);
    }

    private static Set<String> classes(@Nullable String quoted) {
        return quoted == null
                ? Set.of()
                : words(quoted.substring(1, quoted.length() - 1).strip());
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split("\\s+")));
    }
}
