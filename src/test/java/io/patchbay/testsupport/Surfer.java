package io.patchbay.testsupport;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import io.patchbay.simulator.SimulatedMicrosoft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody with cookies of their own who talks HTTP to portal and Microsoft, sees every redirect, and may send what no
 * browser would: the way to play an attacker. Each call remembers the answer as the current page.
 */
public final class Surfer {

    /** The cookie by which the portal knows the session. */
    public static final String SESSION = "patchbay";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern SIGN_IN = Pattern.compile("/signin/[0-9a-f-]{36}");
    private static final Pattern ACCOUNT = Pattern.compile("name=\"account\"\\s+value=\"([^\"]+)\"");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("/settings/environments/([0-9a-f-]{36})/(?:edit|intune)");
    private static final int REDIRECTS_AT_MOST = 20;

    private final CookieManager cookies;
    private final HttpClient http;
    private final SimulatedMicrosoft microsoft;
    private final String home;
    private HttpResponse<String> last;

    public Surfer(Portal portal) {
        this(portal, portal.url());
    }

    /** Somebody who goes to another instance of the portal. */
    public Surfer(Portal portal, String home) {
        this(portal.microsoft(), home);
    }

    /** Somebody who goes to a portal of any kind. */
    public Surfer(SimulatedMicrosoft microsoft, String home) {
        this(microsoft, home, new CookieManager());
    }

    private Surfer(SimulatedMicrosoft microsoft, String home, CookieManager cookies) {
        this.microsoft = microsoft;
        this.home = home;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The same person in another window, who may do something else at the same time. */
    public Surfer sameSession() {
        return new Surfer(microsoft, home, cookies);
    }

    /** Fetches an address of the portal (a path) or any (a URL); follows nothing. */
    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(uri(address)).GET());
    }

    /** Posts fields as they are, without a CSRF token. */
    public HttpResponse<String> postRaw(String address, String... fields) {
        return send(HttpRequest.newBuilder(uri(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    /** Posts a form of the portal with a valid CSRF token; follows nothing. */
    public HttpResponse<String> post(String path, String... fields) {
        var token = csrf();
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "_csrf";
        all[1] = token;
        return postRaw(path, all);
    }

    /** Posts a form of the portal with a valid CSRF token; the answer's bytes. */
    public byte[] postForBytes(String path, String... fields) {
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "_csrf";
        all[1] = csrf();
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(all)));
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts a form of the portal with a picture in it and a valid CSRF token; follows nothing. */
    public HttpResponse<String> upload(String path, byte[] picture, String... fields) {
        return uploadAs("image", "x.png", path, picture, fields);
    }

    /** Posts a form of the portal with a file in a field of that name and a valid CSRF token; follows nothing. */
    public HttpResponse<String> uploadAs(String field, String name, String path, byte[] file, String... fields) {
        var boundary = "----patchbay";
        var body = new java.io.ByteArrayOutputStream();
        part(body, boundary, "_csrf", csrf());
        for (int i = 0; i < fields.length; i += 2) {
            part(body, boundary, fields[i], fields[i + 1]);
        }
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(file);
        write(body, "\r\n--" + boundary + "--\r\n");
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(java.io.ByteArrayOutputStream body, String boundary, String name, String value) {
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void write(java.io.ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Fetches an address and follows redirects until there is a page. */
    public HttpResponse<String> visit(String address) {
        get(address);
        return follow();
    }

    /** Follows the current answer's redirects until there is a page. */
    public HttpResponse<String> follow() {
        for (int i = 0; i < REDIRECTS_AT_MOST && isRedirect(); i++) {
            get(last.uri().resolve(location()).toString());
        }
        return last;
    }

    /** Follows redirects as long as they do not lead to the given path of the portal; gives the address it stopped at. */
    public String followUntil(String path) {
        for (int i = 0; i < REDIRECTS_AT_MOST && isRedirect(); i++) {
            var next = last.uri().resolve(location()).toString();
            if (next.startsWith(home + path)) {
                return next;
            }
            get(next);
        }
        throw new AssertionError("Never came to " + path + " but stayed at " + last.uri() + ":\n" + last.body());
    }

    public boolean isRedirect() {
        return last.statusCode() / 100 == 3
                && last.headers().firstValue("Location").isPresent();
    }

    public String location() {
        return last.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("No redirect: " + last.body()));
    }

    /** The value of a cookie of the portal, empty without one. */
    public String cookie(String name) {
        return cookies.getCookieStore().get(URI.create(home)).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Lets a browser go on as the same person. */
    public void lendSession(BrowserContext browser) {
        browser.addCookies(List.of(new Cookie(SESSION, cookie(SESSION)).setUrl(home)));
    }

    public HttpResponse<String> page() {
        return last;
    }

    /** Submits a form of Microsoft's current page: username, password, account, consent, other. */
    public HttpResponse<String> atMicrosoft(String form, String... fields) {
        Matcher page = SIGN_IN.matcher(last.body());
        if (!page.find()) {
            throw new AssertionError("Not a sign-in page of Microsoft: " + last.uri() + "\n" + last.body());
        }
        return postRaw(microsoft.browserAddress() + page.group() + "/" + form, fields);
    }

    /** Signs in to the portal, through all of Microsoft's pages; ends on the portal's first page. */
    public Surfer signIn(String username) {
        visit("/oauth2/authorization/entra");
        enterAccount(username);
        if (last.body().contains("value=\"accept\"")) {
            atMicrosoft("consent", "decision", "accept");
            follow();
        }
        return this;
    }

    /** Gives account and password on Microsoft's pages, whether it asks for them or offers an account picker. */
    public Surfer enterAccount(String username) {
        if (last.body().contains("name=\"account\"")) {
            var known = accountOf(username);
            atMicrosoft("account", "account", known);
            follow();
            if (!"other".equals(known)) {
                return this;
            }
        }
        atMicrosoft("username", "username", username);
        follow();
        atMicrosoft("password", "password", SimulatedMicrosoft.PASSWORD);
        follow();
        return this;
    }

    /** The value of the account picker's button for this account; {@code other} where it is not offered. */
    public String accountOf(String username) {
        for (var button : last.body().split("<button")) {
            Matcher value = ACCOUNT.matcher(button);
            if (button.contains(username) && value.find()) {
                return value.group(1);
            }
        }
        return "other";
    }

    /** Signs in and founds a company; ends on the overview. */
    public Surfer foundCompany(String username, String company) {
        signIn(username);
        return foundAnother(company);
    }

    /** Founds a company as whoever is signed in. */
    public Surfer foundAnother(String company) {
        get("/companies/new");
        post("/companies", "name", company, "country", "DE", "contactEmail", "it@example.com", "terms", "true");
        follow();
        return this;
    }

    /** The identifier of the first environment of the current company. */
    public String environment() {
        visit("/settings/environments");
        Matcher id = ENVIRONMENT.matcher(last.body());
        if (!id.find()) {
            throw new AssertionError("No environment on " + last.body());
        }
        return id.group(1);
    }

    /** Presses Connect; ends at Microsoft's page. */
    public Surfer startConnecting(String environment) {
        get("/settings/environments");
        post("/settings/environments/" + environment + "/intune/connect");
        follow();
        return this;
    }

    /** Connects with this account, up to and with Accept; ends on the attempt's page. */
    public Surfer connect(String environment, String username) {
        startConnecting(environment);
        enterAccount(username);
        return acceptAll(username);
    }

    /** Accepts what Microsoft asks for, with this account wherever it wants to know which, until it asks no more. */
    public Surfer acceptAll(String username) {
        while (SIGN_IN.matcher(last.body()).find()) {
            if (last.body().contains("value=\"accept\"")) {
                atMicrosoft("consent", "decision", "accept");
                follow();
            } else if (last.body().contains("name=\"account\"")) {
                enterAccount(username);
            } else {
                return this;
            }
        }
        return this;
    }

    /** Asks for an attempt's page until it is no longer verifying. */
    public HttpResponse<String> awaitOutcome() {
        var attempt = last.uri().toString();
        await().pollInterval(Duration.ofMillis(25)).until(() -> {
            var settled = !last.body().contains("Verifying");
            if (!settled) {
                visit(attempt);
            }
            return settled;
        });
        return last;
    }

    private String csrf() {
        Matcher token = CSRF.matcher(last == null ? "" : last.body());
        if (!token.find()) {
            var before = last;
            visit("/help");
            token = CSRF.matcher(last.body());
            if (!token.find()) {
                throw new AssertionError("No CSRF token at " + last.uri() + ", nor where one came from"
                        + (before == null
                                ? ""
                                : ": " + before.statusCode() + " " + before.uri() + "\n" + before.body()));
            }
        }
        return token.group(1);
    }

    /** Sends any request, headers and all. A page with a text that is missing is no page. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            last = http.send(request.build(), BodyHandlers.ofString());
            if (last.body().contains("_en??")) {
                throw new AssertionError("A text is missing at " + last.uri() + "\n" + last.body());
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String address) {
        return URI.create(address.startsWith("http") ? address : home + address);
    }

    /** Fields as a query or a form carries them. */
    public static String form(String... fields) {
        var form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
