package io.patchbay.simulator;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser for tests: keeps cookies, follows the simulator's own redirects, stops where one leads away. */
final class BrowserOnFoot {
    private static final Pattern SIGN_IN = Pattern.compile("/signin/[0-9a-f-]{36}");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI base;
    private HttpResponse<String> response;
    private String away;

    BrowserOnFoot(URI base) {
        this.base = base;
    }

    BrowserOnFoot open(String path) {
        return go(HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : base.resolve(path))
                .GET()
                .build());
    }

    /** Submits a form of the page: the last segment of its address, and its fields. */
    BrowserOnFoot submit(String form, String... fields) {
        Matcher signIn = SIGN_IN.matcher(response.body());
        if (!signIn.find()) {
            throw new AssertionError("No form on " + response.body());
        }
        return go(HttpRequest.newBuilder(base.resolve(signIn.group() + "/" + form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build());
    }

    BrowserOnFoot post(String path, String... fields) {
        return go(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build());
    }

    boolean isAway() {
        return away != null;
    }

    BrowserOnFoot signInAs(String username) {
        return submit("username", "username", username).submit("password", "password", SimulatedMicrosoft.PASSWORD);
    }

    private BrowserOnFoot go(HttpRequest first) {
        HttpRequest request = first;
        away = null;
        while (true) {
            response = send(request);
            String location = response.headers().firstValue("Location").orElse(null);
            if (location == null) {
                return this;
            }
            if (location.startsWith("http") && !location.startsWith(base.toString())) {
                away = location;
                return this;
            }
            request = HttpRequest.newBuilder(base.resolve(location)).GET().build();
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    String page() {
        if (away != null) {
            throw new AssertionError("No page, but on to " + away);
        }
        return response.body();
    }

    /** Where the last redirect leads: out of here. */
    String away() {
        if (away == null) {
            throw new AssertionError("Still here: " + response.body());
        }
        return away;
    }

    Map<String, String> answer() {
        Map<String, String> values = new LinkedHashMap<>();
        String query = away().substring(away().indexOf('?') + 1).replaceFirst("#$", "");
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    static String form(String... fields) {
        StringJoiner form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
