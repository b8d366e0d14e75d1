package io.patchbay.testsupport;

import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.NotFoundException;
import java.util.ArrayList;
import java.util.List;
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
     * @throws AssertionError where one failed, with its failure as the cause
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
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError("One of those at once failed", e.getCause());
        }
    }

    /** Work that may come too late: 1 where it was done, 0 where it was refused for what the others did. */
    public static Callable<Integer> refusable(Runnable work) {
        return () -> {
            try {
                work.run();
                return 1;
            } catch (ConflictException | NotFoundException | OptimisticLockingFailureException refused) {
                return 0;
            }
        };
    }
}
