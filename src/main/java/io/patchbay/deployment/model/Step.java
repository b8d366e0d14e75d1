package io.patchbay.deployment.model;

/** The steps of publishing a version, in their order. */
public enum Step {
    FETCH(2),
    PACK(10),
    CREATE(20),
    CONTENT_VERSION(22),
    FILE(24),
    UPLOAD(26),
    COMMIT(86),
    CHECK_COMMIT(88),
    USE_CONTENT(90),
    CATEGORIES(92),
    ASSIGN(94),
    SUPERSEDE(97);

    private final int percent;

    Step(int percent) {
        this.percent = percent;
    }

    /** How much is done when it begins, in per cent. */
    int percent() {
        return percent;
    }
}
