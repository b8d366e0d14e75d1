package io.patchbay.operations;

import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** People who read pages and send invitations as long as they are let, and what became of each request. */
final class Crowd {

    private static final List<String> PAGES = List.of(
            "/",
            "/settings/environments",
            "/deployments",
            "/events",
            "/settings/users",
            "/notifications",
            "/app-catalog");
    private static final long PAUSE_NANOS = Duration.ofMillis(40).toNanos();
    private static final int SERVER_FAULT = 500;

    /** Invitations that the portal said were sent, and those of which nobody knows. */
    final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    final Queue<String> unknown = new ConcurrentLinkedQueue<>();
    final AtomicInteger pages = new AtomicInteger();
    final AtomicInteger failedPages = new AtomicInteger();
    final AtomicInteger signedOut = new AtomicInteger();
    final AtomicLong longestNanos = new AtomicLong();

    private final AtomicBoolean going = new AtomicBoolean(true);
    private final List<Thread> threads = new ArrayList<>();

    /** Lets somebody who is signed in read pages. */
    void reads(Surfer person) {
        go(round -> {
            var begun = System.nanoTime();
            pages.incrementAndGet();
            try {
                var answer = person.get(PAGES.get(round % PAGES.size()));
                if (answer.statusCode() >= SERVER_FAULT) {
                    failedPages.incrementAndGet();
                } else if (person.isRedirect() && person.location().contains("/oauth2/")) {
                    signedOut.incrementAndGet();
                }
            } catch (RuntimeException e) {
                failedPages.incrementAndGet();
            }
            longestNanos.accumulateAndGet(System.nanoTime() - begun, Math::max);
        });
    }

    /** Lets somebody who is signed in invite a person after another, each one once. */
    void invites(Surfer person, String name) {
        go(round -> {
            var email = "%s-%d@example.com".formatted(name, round);
            try {
                person.get("/settings/users/invitations");
                if (person.page().statusCode() >= SERVER_FAULT) {
                    return;
                }
                var answer = person.post("/settings/users/invitations", "email", email, "role", "READ_ONLY_ADMIN");
                (answer.statusCode() < 400 ? acknowledged : unknown).add(email);
            } catch (RuntimeException | AssertionError e) {
                unknown.add(email);
            }
        });
    }

    private interface Round {
        void go(int number);
    }

    private void go(Round round) {
        threads.add(Thread.ofVirtual().start(() -> {
            for (int number = 0; going.get(); number++) {
                round.go(number);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }));
    }

    /** Ends what everybody does, and waits until they have. */
    void stop() throws InterruptedException {
        going.set(false);
        for (var thread : threads) {
            thread.join();
        }
    }
}
