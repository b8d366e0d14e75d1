package io.patchbay.platform.pool;

/** A thread that works on jobs, or looks for them. */
final class JobThread extends Thread {

    JobThread(Runnable work) {
        super(work);
        setName("db-scheduler-" + threadId());
    }
}
