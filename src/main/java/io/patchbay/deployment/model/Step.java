package io.patchbay.deployment.model;

import java.util.Arrays;
import java.util.Optional;

/** The steps of publishing a version, in their order. */
public enum Step {
    FETCH(2),
    PACK(10),
    REMAKE(19),
    CREATE(20),
    CONTENT_VERSION(22),
    FILE(24),
    UPLOAD(26),
    COMMIT(86),
    CHECK_COMMIT(87),
    USE_CONTENT(89),
    PROCESS(90),
    CHANGE(91),
    CATEGORIES(92),
    RELATE(93),
    ASSIGN(94),
    SUPERSEDE(97);

    private final int percent;

    Step(int percent) {
        this.percent = percent;
    }

    /** What comes after it as a rule; empty after the last one. */
    public Optional<Step> next() {
        return Arrays.stream(values())
                .filter(one -> one.ordinal() > ordinal() && one != REMAKE)
                .findFirst();
    }

    /** How much is done when it begins, in per cent. */
    int percent() {
        return percent;
    }
}
