package io.patchbay.ui.error;

import io.patchbay.platform.correlation.Correlation;
import io.patchbay.platform.problem.WayOn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Puts a fault into words: the reason's own, else the status's, or those of its family where it has none. */
@Component
class ProblemTexts {

    private final MessageSourceAccessor messages;

    ProblemTexts(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages);
    }

    /** For people; with the way on of the fault, or that one. */
    Problem problem(ErrorDescription fault, @Nullable WayOn section) {
        return new Problem(
                fault.status(),
                text(fault, "title"),
                this.messages.getMessage(fault.messageKey(), fault.args().toArray(), text(fault, "text")),
                text(fault, "next"),
                Correlation.current().orElse("-"),
                fault.wayOn() == null ? section : fault.wayOn());
    }

    /** For programs. */
    ProblemJson json(ErrorDescription fault) {
        Problem problem = problem(fault, null);
        boolean usual = fault.messageKey().equals("problem." + fault.status() + ".text");
        String forPrograms = usual ? this.messages.getMessage("problem.api." + fault.status(), "") : "";
        return new ProblemJson(problem, forPrograms.isEmpty() ? problem.text() : forPrograms);
    }

    private String text(ErrorDescription fault, String part) {
        if (fault.messageKey().equals("problem.gone.text")) {
            return this.messages.getMessage("problem.gone." + part);
        }
        String family = fault.status() < 500 ? "4xx" : "500";
        return this.messages.getMessage(
                fault.messageKey() + "." + part,
                this.messages.getMessage(
                        "problem." + fault.status() + "." + part,
                        this.messages.getMessage("problem." + family + "." + part)));
    }
}
