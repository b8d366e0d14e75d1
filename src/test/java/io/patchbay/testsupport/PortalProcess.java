package io.patchbay.testsupport;

import io.patchbay.simulator.SimulatedMicrosoft;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;

/** A second portal in a process of its own, on the same database and the same simulated Microsoft; it can be killed. */
public final class PortalProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private PortalProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one; it is not there yet. */
    public static PortalProcess start(Portal portal, int port, Map<String, Object> overrides) throws IOException {
        return start(portal.database(), portal.microsoft(), port, overrides);
    }

    /** The same without a first portal. */
    public static PortalProcess start(
            TestDatabase database, SimulatedMicrosoft microsoft, int port, Map<String, Object> overrides)
            throws IOException {
        var properties = LocalPortal.properties(port, database, microsoft);
        properties.put("logging.level.root", "warn");
        properties.putAll(overrides);
        var command = new ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.patchbay.PatchbayApplication"));
        Stream.of(properties)
                .flatMap(all -> all.entrySet().stream())
                .forEach(entry -> command.add("--" + entry.getKey() + "=" + entry.getValue()));
        var log = new File("target/portal-process.log");
        return new PortalProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start(),
                port);
    }

    /** Whether it answers by now. */
    public boolean isThere() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the operating system knows of it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Kills it, as a power cut does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, as an operator does, and waits until it has. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
