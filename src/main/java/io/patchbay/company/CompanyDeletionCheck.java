package io.patchbay.company;

import java.util.List;

/**
 * What a module has in a company that matters when the company is to be deleted; implemented as a bean. Asked inside a
 * transaction, so it must not call Microsoft; when the company is deleted that transaction holds the company
 * ({@link CompanyLock}), so whoever adds something of the kind has to hold it too.
 */
public interface CompanyDeletionCheck {

    /** What has to be ended before the current company may be deleted, a sentence each, in the reader's words. */
    default List<String> obstacles() {
        return List.of();
    }

    /** What of value is lost with the current company, a sentence each, in the reader's words. */
    default List<String> losses() {
        return List.of();
    }
}
