package io.patchbay.platform.pageview;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what was read for a page, so that navigation, banners and the page itself ask once. Outside of a page view nothing
 * is remembered: whoever changes something reads what is stored.
 */
public final class PageView {

    private static final Object MEMORY = PageView.class;

    private PageView() {}

    /**
     * The answer to a question about the current company and person: from the first time it was asked in this page view.
     *
     * @param question tells it from all others, such as the class that asks
     */
    public static <T> T once(Object question, Supplier<T> read) {
        var memory = memory();
        if (memory == null) {
            return read.get();
        }
        if (memory.containsKey(question)) {
            return known(memory, question);
        }
        var answer = read.get();
        memory.put(question, answer);
        return answer;
    }

    /** Does work that only reads, and remembers during it what is read once; part of the page view where one is open. */
    public static <T> T during(Supplier<T> work) {
        if (memory() != null) {
            return work.get();
        }
        open();
        try {
            return work.get();
        } finally {
            close();
        }
    }

    /** Whether a page view is open, and what is read once is remembered. */
    public static boolean isOpen() {
        return memory() != null;
    }

    static void open() {
        TransactionSynchronizationManager.bindResource(MEMORY, new HashMap<>());
    }

    static void close() {
        TransactionSynchronizationManager.unbindResourceIfPossible(MEMORY);
    }

    @SuppressWarnings("unchecked") // only once(…) fills it
    private static @Nullable Map<Object, Object> memory() {
        return (Map<Object, Object>) TransactionSynchronizationManager.getResource(MEMORY);
    }

    @SuppressWarnings("unchecked") // what a question was answered with is what it is answered with again
    private static <T> T known(Map<Object, Object> memory, Object question) {
        return (T) Objects.requireNonNull(memory.get(question));
    }
}
