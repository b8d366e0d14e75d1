package io.patchbay.ui.error;

import io.patchbay.platform.problem.WayOn;
import io.patchbay.ui.Htmx;
import io.patchbay.ui.layout.PageLayout;
import io.patchbay.ui.layout.PageLayoutAdvice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns a fault into the page, the piece of a page for htmx or the JSON for a program that says so; works when the layout
 * does not.
 */
@Component
class ProblemView {

    private static final Logger log = LoggerFactory.getLogger(ProblemView.class);

    private final PageLayoutAdvice layouts;
    private final ProblemTexts texts;

    ProblemView(PageLayoutAdvice layouts, ProblemTexts texts) {
        this.layouts = layouts;
        this.texts = texts;
    }

    ModelAndView of(ErrorDescription fault, HttpServletRequest request, HttpServletResponse response) {
        return of(fault, List.of(), request, response);
    }

    /** The same with what was typed, for a form that came from a page of the portal itself. */
    ModelAndView of(
            ErrorDescription fault,
            List<EnteredValue> entered,
            HttpServletRequest request,
            HttpServletResponse response) {
        fault.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (ProblemJson.wanted(request)) {
            return new ModelAndView(this.texts.json(fault));
        }
        boolean fragment = wantsFragment(request);
        if (fragment) {
            intoPage(response);
        }
        var page = new ModelAndView(
                fragment ? "error/problem :: alert" : "error/problem", model(fault, entered, request, fragment));
        page.setStatus(HttpStatusCode.valueOf(fault.status()));
        return page;
    }

    /** Has htmx show the answer at the top of the page that is there. */
    static void intoPage(HttpServletResponse response) {
        response.setHeader("HX-Retarget", "#problem");
        response.setHeader("HX-Reswap", "innerHTML show:window:top");
        response.setHeader("HX-Push-Url", "false");
    }

    private Map<String, Object> model(
            ErrorDescription fault, List<EnteredValue> entered, HttpServletRequest request, boolean fragment) {
        boolean form = HttpMethod.POST.matches(request.getMethod());
        PageLayout layout = this.layouts.layout(request);
        if (!fragment && complete(layout)) {
            return Map.of(
                    "problem",
                    this.texts.problem(wordsOf(fault, form), form ? section(layout, request) : null),
                    "entered",
                    entered,
                    "layout",
                    layout,
                    "dates",
                    layout.dates(),
                    "withNavigation",
                    layout.account() != null);
        }
        PageLayout alone = layout.alone();
        return Map.of(
                "problem",
                this.texts.problem(wordsOf(fault, form), null),
                "entered",
                entered,
                "layout",
                alone,
                "dates",
                alone.dates(),
                "withNavigation",
                false);
    }

    /** What a form belongs to is gone; nobody typed an address that does not exist. */
    private static ErrorDescription wordsOf(ErrorDescription fault, boolean form) {
        return form && fault.status() == HttpStatus.NOT_FOUND.value() ? fault.because("problem.gone.text") : fault;
    }

    /** The page of the navigation to which the form belongs. */
    private static @Nullable WayOn section(PageLayout layout, HttpServletRequest request) {
        return Stream.of(layout.main(), layout.settings(), layout.staff())
                .flatMap(List::stream)
                .filter(entry -> request.getRequestURI().startsWith(entry.href() + "/")
                        || request.getRequestURI().equals(entry.href()))
                .max(Comparator.comparingInt(entry -> entry.href().length()))
                .map(entry -> new WayOn(entry.href(), entry.label()))
                .orElse(null);
    }

    private static boolean complete(PageLayout layout) {
        try {
            layout.banners();
            layout.main();
            layout.account();
            layout.timeZone();
            return true;
        } catch (RuntimeException failure) {
            log.error("The page that reports a problem comes without its layout", failure);
            return false;
        }
    }

    /** Whether htmx asks for a piece of a page; not where it cannot be told. */
    static boolean wantsFragment(HttpServletRequest request) {
        try {
            return Htmx.wantsFragment(request);
        } catch (RuntimeException refusedHeader) {
            return false;
        }
    }
}
