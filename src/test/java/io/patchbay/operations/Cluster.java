package io.patchbay.operations;

import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.PortalProcess;
import io.patchbay.testsupport.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.test.util.TestSocketUtils;

/** Two instances of the portal in processes of their own, nginx before them, and a simulated Microsoft. */
final class Cluster implements AutoCloseable {

    /** One of the instances. */
    enum Instance {
        ONE,
        TWO
    }

    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long TICK_MILLIS = 50;
    private static final int FIRST_OF_CONNECTIONS = 32_768;

    private final SimulatedMicrosoft microsoft = SimulatedMicrosoft.start(0, 0);
    private final TestDatabase database;
    private final Path folder;
    private final int balancerPort = TestSocketUtils.findAvailableTcpPort();
    private final Map<Instance, Integer> ports = new HashMap<>();
    private final Map<Instance, PortalProcess> processes = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process balancer;

    Cluster() throws IOException {
        database = TestDatabase.named("patchbay_cluster");
        folder = Files.createTempDirectory("patchbay-cluster");
        for (var instance : Instance.values()) {
            ports.put(instance, listeningPort());
        }
        LocalPortal.register(microsoft, balancerPort);
        balancer = startBalancer();
    }

    /** One that no connection from this machine is given while its instance restarts. */
    private static int listeningPort() {
        return Stream.generate(TestSocketUtils::findAvailableTcpPort)
                .filter(port -> port < FIRST_OF_CONNECTIONS)
                .findFirst()
                .orElseThrow();
    }

    private Process startBalancer() throws IOException {
        if (!Files.isExecutable(NGINX)) {
            throw new IllegalStateException("Install nginx: apt-get install nginx-light");
        }
        var settings = Files.readString(Path.of("src/deploy/balancer/nginx.conf"))
                .replace("portal-1:8080", "127.0.0.1:" + ports.get(Instance.ONE))
                .replace("portal-2:8080", "127.0.0.1:" + ports.get(Instance.TWO))
                .replace("listen 8080", "listen 127.0.0.1:" + balancerPort)
                .replace("/tmp/", folder + "/")
                // Debian's nginx, which an administrator runs here, does not stay in front by itself.
                .replaceFirst("(?m)^worker_processes auto;", "worker_processes 1;\ndaemon off;");
        var file = Files.writeString(folder.resolve("nginx.conf"), settings);
        return new ProcessBuilder(NGINX.toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/cluster-balancer.log").toFile())
                .start();
    }

    /** What people's browsers call. */
    String url() {
        return "http://localhost:" + balancerPort;
    }

    SimulatedMicrosoft microsoft() {
        return microsoft;
    }

    TestDatabase database() {
        return database;
    }

    /** Starts an instance and waits until it is ready; how long that took. */
    Duration start(Instance instance) throws IOException {
        var begun = System.nanoTime();
        var port = ports.get(instance);
        processes.put(
                instance,
                PortalProcess.start(
                        database,
                        microsoft,
                        port,
                        Map.of(
                                "patchbay.portal.base-url",
                                url(),
                                "patchbay.deployment.work-directory",
                                workDirectory(instance),
                                "patchbay.catalog.schedule",
                                "FIXED_DELAY|10s",
                                "patchbay.connect.first-delay",
                                "200ms",
                                "patchbay.limits.invitations",
                                1_000_000)));
        await("instance " + instance, () -> isReady(port) || !isAlive(instance));
        if (!isAlive(instance)) {
            throw new IllegalStateException("Instance " + instance + " did not start: target/portal-process.log");
        }
        return since(begun);
    }

    private boolean isAlive(Instance instance) {
        return processes.get(instance).handle().isAlive();
    }

    private boolean isReady(int port) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends an instance as a power cut does. */
    void kill(Instance instance) throws InterruptedException {
        processes.get(instance).kill();
    }

    /** Asks an instance to stop, as a rolling update does; how long it took. */
    Duration stop(Instance instance) throws InterruptedException {
        var begun = System.nanoTime();
        processes.get(instance).stop();
        return since(begun);
    }

    /** What is left in the work directories. */
    long leftInWorkDirectories() throws IOException {
        long left = 0;
        for (var instance : Instance.values()) {
            if (Files.isDirectory(workDirectory(instance))) {
                try (var files = Files.walk(workDirectory(instance))) {
                    left += files.filter(Files::isRegularFile).count();
                }
            }
        }
        return left;
    }

    private Path workDirectory(Instance instance) {
        return folder.resolve("work-" + instance);
    }

    /** Waits for something to become true. */
    static void await(String what, BooleanSupplier reached) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(TICK_MILLIS).toNanos());
        }
    }

    static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @Override
    public void close() {
        processes.values().forEach(PortalProcess::close);
        balancer.destroy();
        microsoft.close();
    }
}
