package io.patchbay.platform.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Takes traces by OTLP over HTTP as a collector does, and keeps their bytes: texts stand in them as they are. */
final class CollectorServer implements AutoCloseable {

    private final HttpServer server;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final Set<String> headers = new ConcurrentSkipListSet<>();

    CollectorServer() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.createContext("/", exchange -> {
            exchange.getRequestHeaders().keySet().forEach(name -> headers.add(name.toLowerCase(java.util.Locale.ROOT)));
            answer(exchange);
        });
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        synchronized (taken) {
            taken.write(exchange.getRequestBody().readAllBytes());
        }
        answer(exchange);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that was sent, byte for character. */
    String texts() {
        synchronized (taken) {
            return taken.toString(StandardCharsets.ISO_8859_1);
        }
    }

    boolean hasTrace(String id) {
        return texts().contains(new String(HexFormat.of().parseHex(id), StandardCharsets.ISO_8859_1));
    }

    /** The headers of calls to anything but traces. */
    Set<String> headers() {
        return new TreeSet<>(headers);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
