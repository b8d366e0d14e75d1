package io.patchbay.testsupport;

import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.dao.OptimisticLockingFailureException;

/** Work of several people or machines at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * Begins all together and waits for all.
     *
     * @return what each came to, in the order of the work
     * @throws AssertionError where any failed, with all failures
     */
    @SafeVarargs
    public static <T> List<T> all(Callable<? extends T>... work) throws InterruptedException {
        return all(List.of(work));
    }

    /** The same of a list. */
    public static <T> List<T> all(List<? extends Callable<? extends T>> work) throws InterruptedException {
        var barrier = new CyclicBarrier(work.size());
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var running = work.stream()
                    .map(one -> threads.submit(() -> {
                        barrier.await();
                        return one.call();
                    }))
                    .toList();
            var answers = new ArrayList<T>();
            var failed = new AssertionError("Not all of those at once ended well");
            for (var one : running) {
                try {
                    answers.add(one.get());
                } catch (ExecutionException e) {
                    failed.addSuppressed(e.getCause());
                }
            }
            if (failed.getSuppressed().length > 0) {
                throw failed;
            }
            return answers;
        }
    }

    /** Work that may come too late: 1 where it was done, 0 where it was refused for what the others did. */
    public static Callable<Integer> refusable(Runnable work) {
        return unless(Set.of(ConflictException.class, NotFoundException.class), work);
    }

    /** The same of work that may also have read what another one changed before it did. */
    public static Callable<Integer> overtakable(Runnable work) {
        return unless(
                Set.of(ConflictException.class, NotFoundException.class, OptimisticLockingFailureException.class),
                work);
    }

    private static Callable<Integer> unless(Set<Class<? extends RuntimeException>> refusals, Runnable work) {
        return () -> {
            try {
                work.run();
                return 1;
            } catch (RuntimeException e) {
                if (refusals.stream().noneMatch(refusal -> refusal.isInstance(e))) {
                    throw e;
                }
                return 0;
            }
        };
    }
}
