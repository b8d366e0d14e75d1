package yardstick;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Asks for pages over so many connections at once, each as another of the people who are signed in. */
final class Load {

    /** The page that people see who are not signed in. */
    static final String SIGN_IN = "/sign-in";

    private final String home;
    private final List<String> sessions;
    private final ProcessHandle server;
    private final ThreadMXBean memory;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Load(String home, List<String> sessions, ProcessHandle server) {
        this.home = home;
        this.sessions = sessions;
        this.server = server;
        this.memory = memory(server);
    }

    private static ThreadMXBean memory(ProcessHandle server) {
        try {
            var machine = VirtualMachine.attach(Long.toString(server.pid()));
            var address = new JMXServiceURL(machine.startLocalManagementAgent());
            return ManagementFactory.newPlatformMXBeanProxy(
                    JMXConnectorFactory.connect(address).getMBeanServerConnection(),
                    ManagementFactory.THREAD_MXBEAN_NAME,
                    ThreadMXBean.class);
        } catch (IOException | AttachNotSupportedException e) {
            throw new IllegalStateException("The portal does not tell what it allocates", e);
        }
    }

    /**
     * What was measured.
     *
     * @param perSecond answers a second
     * @param middle median time of an answer in milliseconds
     * @param slowest what 99 of a hundred answers are faster than
     * @param cpu the portal's processor time for an answer in milliseconds
     * @param allocated the memory that the portal allocates for an answer in KiB
     * @param bytes the size of an answer as it is sent
     * @param refused how many requests were not answered with the page, and count for nothing else
     */
    record Measured(
            double perSecond, double middle, double slowest, double cpu, double allocated, long bytes, long refused) {}

    Measured during(Duration time, int connections, String page) throws InterruptedException {
        var times = new ConcurrentLinkedQueue<Long>();
        var bytes = new AtomicLong();
        var refused = new AtomicLong();
        var before = cpu();
        var allocatedBefore = memory.getTotalThreadAllocatedBytes();
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                var session = sessions.get(i % sessions.size());
                threads.submit(() -> {
                    while (System.nanoTime() - start < time.toNanos()) {
                        var asked = System.nanoTime();
                        var answer = get(page, session);
                        if (answer.statusCode() == 200) {
                            bytes.set(answer.body().length);
                            times.add(System.nanoTime() - asked);
                        } else {
                            refused.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var sorted = new ArrayList<>(times);
        if (sorted.isEmpty()) {
            return new Measured(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, refused.get());
        }
        Collections.sort(sorted);
        return new Measured(
                sorted.size() / seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                cpu().minus(before).toNanos() / 1e6 / sorted.size(),
                (memory.getTotalThreadAllocatedBytes() - allocatedBefore) / 1024.0 / sorted.size(),
                bytes.get(),
                refused.get());
    }

    private HttpResponse<byte[]> get(String page, String session) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(home + page)).header("Accept-Encoding", "gzip");
        if (!page.equals(SIGN_IN)) {
            request.header("Cookie", "patchbay=" + session);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private Duration cpu() {
        return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
