package io.patchbay.platform.pageview;

import io.patchbay.platform.tenancy.Current;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what was read for a page, so that navigation, banners and the page itself ask once, and show the same moment even
 * where the page asks somebody outside in between. Outside of a page view nothing is remembered: whoever changes something reads
 * what is stored. A page that changes something after all forgets what it had read.
 */
public final class PageView {

    private static final Object MEMORY = PageView.class;

    private PageView() {}

    /** What was asked, and for whom in which company: nobody is answered with what was read for another one. */
    private record Question(Object question, Optional<Current.Scope> scope) {}

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
        var asked = new Question(question, Current.scope());
        if (memory.containsKey(asked)) {
            return known(memory, asked);
        }
        var answer = read.get();
        memory.put(asked, answer);
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

    /** Opens one, unless one is open. */
    static void open() {
        if (!isOpen()) {
            TransactionSynchronizationManager.bindResource(MEMORY, new HashMap<>());
        }
    }

    /** Has everything read again that is asked for from now on. */
    static void forget() {
        var memory = memory();
        if (memory != null) {
            memory.clear();
        }
    }

    static void close() {
        TransactionSynchronizationManager.unbindResourceIfPossible(MEMORY);
    }

    @SuppressWarnings("unchecked") // only once(…) fills it
    private static @Nullable Map<Question, Object> memory() {
        return (Map<Question, Object>) TransactionSynchronizationManager.getResource(MEMORY);
    }

    @SuppressWarnings("unchecked") // what a question was answered with is what it is answered with again
    private static <T> T known(Map<Question, Object> memory, Question question) {
        return (T) Objects.requireNonNull(memory.get(question));
    }
}
