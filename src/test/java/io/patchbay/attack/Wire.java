package io.patchbay.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends bytes as they are, which no HTTP client would, and keeps its connection for as long as the portal does. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(int port) throws IOException {
        this.port = port;
        connect();
    }

    /** An answer; its header fields as they came, names in lower case. */
    record Answer(int status, List<String> headers, String body) {

        boolean has(String name) {
            return headers.stream().anyMatch(header -> header.startsWith(name + ":"));
        }

        String header(String name) {
            return headers.stream()
                    .filter(header -> header.startsWith(name + ":"))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private void connect() throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Answer send(Attack attack) throws IOException {
        var bytes = bytes(attack);
        Answer answer;
        try {
            answer = exchange(attack, bytes);
        } catch (IOException closedMeanwhile) {
            reconnect();
            answer = exchange(attack, bytes);
        }
        if (answer.header("connection").equals("close") || attack.body().length > 0 && answer.status() >= 400) {
            reconnect();
        }
        return answer;
    }

    private Answer exchange(Attack attack, byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException answeredBeforeTheEnd) {
            return read(attack.method());
        }
        return read(attack.method());
    }

    private void reconnect() throws IOException {
        socket.close();
        connect();
    }

    private byte[] bytes(Attack attack) {
        var out = new ByteArrayOutputStream();
        var head = new StringBuilder(
                attack.method() + " " + attack.target() + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
        if (!attack.visitor().cookie().isEmpty()) {
            head.append("Cookie: ").append(attack.visitor().cookie()).append("\r\n");
        }
        for (int i = 0; i < attack.headers().size(); i += 2) {
            head.append(attack.headers().get(i))
                    .append(": ")
                    .append(attack.headers().get(i + 1))
                    .append("\r\n");
        }
        if (attack.body().length > 0 || !attack.method().equals("GET")) {
            head.append("Content-Length: ").append(attack.body().length).append("\r\n");
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(attack.body());
        return out.toByteArray();
    }

    private Answer read(String method) throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var headers = new ArrayList<String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        var bare = new Answer(status, headers, "");
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return bare;
        }
        byte[] body;
        if (bare.header("transfer-encoding").equals("chunked")) {
            body = chunks();
        } else if (bare.has("content-length")) {
            body = in.readNBytes(Integer.parseInt(bare.header("content-length")));
        } else {
            body = in.readAllBytes();
        }
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = size(); size > 0; size = size()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("Closed after " + line);
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
