package io.patchbay.startup;

/**
 * What a check found.
 *
 * @param message for the operator: where something is wrong it names the setting and what to write
 */
record Finding(String check, Outcome outcome, String message) {

    enum Outcome {
        PASSED,
        WARNING,
        FAILED
    }

    static Finding passed(String check, String message) {
        return new Finding(check, Outcome.PASSED, message);
    }

    static Finding warning(String check, String message) {
        return new Finding(check, Outcome.WARNING, message);
    }

    static Finding failed(String check, String message) {
        return new Finding(check, Outcome.FAILED, message);
    }

    boolean isFailed() {
        return outcome == Outcome.FAILED;
    }

    /** A line of the table. */
    @Override
    public String toString() {
        return "%-8s %-12s %s".formatted(outcome, check, message);
    }
}
