package io.patchbay.platform.pageview;

/** A small question that every page asks about its reader and their company, answered together with all others. */
public interface PageFact {

    /** Names it among all others: lower-case letters and underscores. */
    String name();

    /**
     * A query of one value, or of none. It may use {@code :company}, {@code :tenant} and {@code :person} of the reader and
     * {@code :now}. One that uses the first has no answer where no company is chosen.
     */
    String sql();
}
