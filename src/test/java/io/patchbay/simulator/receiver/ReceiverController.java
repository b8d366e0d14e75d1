package io.patchbay.simulator.receiver;

import io.patchbay.simulator.SimulatorController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /receivers/{name}}: a Teams workflow, a Slack app or anybody else who takes webhooks. */
@SimulatorController
final class ReceiverController {

    private static final int LONGEST_SECONDS = 20;
    private static final int ENOUGH = 50_000_000;

    private final Receivers receivers;

    ReceiverController(Receivers receivers) {
        this.receivers = receivers;
    }

    @RequestMapping("/receivers/{name}")
    void take(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        switch (receivers.took(name, headers(request), body)) {
            case TAKES -> say(response, 202, "accepted");
            case FAILS -> say(response, 500, "The workflow is broken");
            case REFUSES -> say(response, 400, "invalid_payload");
            case THROTTLES -> {
                response.setHeader("Retry-After", "7");
                say(response, 429, "rate_limited");
            }
            case REDIRECTS_INSIDE -> {
                response.setHeader("Location", "https://169.254.169.254/latest/meta-data/");
                say(response, 302, "");
            }
            case REDIRECTS_FOR_EVER -> {
                response.setHeader("Location", request.getRequestURL().toString());
                say(response, 307, "");
            }
            case HANGS -> pause(LONGEST_SECONDS);
            case DRIPS -> drip(response);
            case NEVER_ENDS -> flood(response);
        }
    }

    private static void say(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.getOutputStream().print(text);
    }

    private static void drip(HttpServletResponse response) throws IOException {
        for (int second = 0; second < LONGEST_SECONDS * 5; second++) {
            response.getOutputStream().print('.');
            response.flushBuffer();
            pause(0.2);
        }
    }

    private static void flood(HttpServletResponse response) throws IOException {
        var block = new byte[8192];
        for (int sent = 0; sent < ENOUGH; sent += block.length) {
            response.getOutputStream().write(block);
        }
    }

    private static void pause(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        return headers;
    }
}
