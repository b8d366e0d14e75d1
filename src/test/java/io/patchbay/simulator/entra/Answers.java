package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Faults.RedirectFault;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Answers to the application by way of the browser (v2-oauth2-auth-code-flow.md; v2-admin-consent.md and the captured
 * replies in azure-docs#114009): percent escapes in lower case, {@code admin_consent=True} on errors of adminconsent
 * too, no tenant on them, and a bare {@code #} at their end.
 */
@SimulatorComponent
final class Answers {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
    private static final Pattern WITHOUT_PATH = Pattern.compile("https?://[^/?#]+");

    private final MovableClock clock;

    Answers(MovableClock clock) {
        this.clock = clock;
    }

    Outcome code(SignIn signIn, String code, String session) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", code);
        addState(signIn, fields);
        fields.put("session_state", session);
        return send(signIn, fields, "");
    }

    Outcome consented(SignIn signIn, Tenant tenant) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("admin_consent", "True");
        fields.put("tenant", tenant.id().toString());
        if (signIn.parameter("scope") != null) {
            fields.put("scope", String.join(" ", signIn.scopes()));
        }
        addState(signIn, fields);
        return send(signIn, fields, "");
    }

    Outcome error(SignIn signIn, EntraError error) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("error", error.error());
        fields.put("error_description", Trace.random(clock).describe(error, "\r\n"));
        fields.put("error_uri", error.uri());
        if (signIn.isAdminConsent()) {
            fields.put("admin_consent", "True");
        }
        addState(signIn, fields);
        return send(signIn, fields, signIn.isAdminConsent() ? "#" : "");
    }

    /** The person has gone back: Entra says so without a description. */
    Outcome canceled(SignIn signIn) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("error", "access_denied");
        fields.put("error_subcode", "cancel");
        addState(signIn, fields);
        return send(signIn, fields, "");
    }

    Outcome scripted(SignIn signIn, RedirectFault fault) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("error", fault.error());
        if (fault.description() != null) {
            fields.put("error_description", fault.description());
        }
        if (fault.subcode() != null) {
            fields.put("error_subcode", fault.subcode());
        }
        if (signIn.isAdminConsent()) {
            fields.put("admin_consent", "True");
        }
        addState(signIn, fields);
        return send(signIn, fields, signIn.isAdminConsent() ? "#" : "");
    }

    private static void addState(SignIn signIn, Map<String, String> fields) {
        String state = signIn.parameter("state");
        if (state != null) {
            fields.put("state", state);
        }
    }

    private static Outcome send(SignIn signIn, Map<String, String> fields, String end) {
        String uri = signIn.redirectUri();
        if (WITHOUT_PATH.matcher(uri).matches()) {
            uri = uri + "/";
        }
        String mode = signIn.parameter("response_mode");
        if ("form_post".equals(mode) && !signIn.isAdminConsent()) {
            return new Outcome.FormPost(uri, fields);
        }
        String separator = "fragment".equals(mode) && !signIn.isAdminConsent() ? "#" : uri.contains("?") ? "&" : "?";
        StringJoiner query = new StringJoiner("&", uri + separator, end);
        fields.forEach((name, value) -> query.add(name + "=" + encode(value)));
        return new Outcome.Redirect(query.toString());
    }

    private static String encode(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return ESCAPE.matcher(encoded).replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
    }
}
