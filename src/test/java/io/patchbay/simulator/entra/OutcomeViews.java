package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.MovableClock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Turns what comes next into what the browser gets. */
@SimulatorComponent
final class OutcomeViews {
    private final MovableClock clock;

    OutcomeViews(MovableClock clock) {
        this.clock = clock;
    }

    ModelAndView view(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Page page -> redirect("/signin/" + page.signIn().id());
            case Outcome.Redirect redirect -> redirect(redirect.location());
            case Outcome.FormPost form ->
                new ModelAndView("form-post", Map.of("action", form.action(), "fields", form.fields()));
            case Outcome.Problem problem -> problem(problem.error(), problem.signIn());
        };
    }

    ModelAndView problem(EntraError error, @Nullable SignIn signIn) {
        Trace trace = Trace.random(clock);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("code", "AADSTS" + error.code());
        model.put("text", error.message());
        model.put("requestId", trace.traceId());
        model.put("correlationId", trace.correlationId());
        model.put("timestamp", trace.timestamp());
        model.put("signIn", signIn == null ? null : signIn.id());
        ModelAndView view = new ModelAndView("problem", model);
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }

    private static ModelAndView redirect(String location) {
        RedirectView view = new RedirectView(location, false, true, false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
