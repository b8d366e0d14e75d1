package io.patchbay.testsupport;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * An address of the portal and the method that handles it, so that a test can walk all of them and a new one is tested
 * without being named.
 */
public record Endpoint(RequestMethod method, String pattern, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Every one of them, by address; one entry for each pattern of a handler. */
    public static List<Endpoint> all(Portal portal) {
        return portal.endpoints().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .map(pattern -> new Endpoint(
                                entry.getKey().getMethodsCondition().getMethods().stream()
                                        .min(Comparator.naturalOrder())
                                        .orElse(RequestMethod.GET),
                                pattern,
                                entry.getValue())))
                .filter(endpoint -> !endpoint.pattern().equals("/error"))
                .sorted(Comparator.comparing(Endpoint::pattern).thenComparing(Endpoint::method))
                .toList();
    }

    /** Whether an identifier stands in its address. */
    public boolean hasVariable() {
        return VARIABLE.matcher(pattern).find();
    }

    /** The address with these identifiers, each named by the segment before it; unknown ones where none is given. */
    public String address(Map<String, ?> identifiers) {
        var path = new StringBuilder();
        var segments = pattern.substring(1).split("/");
        for (int i = 0; i < segments.length; i++) {
            var variable = VARIABLE.matcher(segments[i]).matches();
            Object value = variable && i > 0 ? identifiers.get(segments[i - 1]) : null;
            path.append('/').append(variable ? (value == null ? UUID.randomUUID() : value) : segments[i]);
        }
        return path.toString();
    }

    /** The names of the parameters and form fields it takes. */
    public Set<String> parameters() {
        return types().keySet();
    }

    /** Whether a parameter may come once only. */
    public boolean isSingle(String parameter) {
        return !Collection.class.isAssignableFrom(types().getOrDefault(parameter, String.class));
    }

    private SortedMap<String, Class<?>> types() {
        var types = new TreeMap<String, Class<?>>();
        for (var parameter : handler.getMethodParameters()) {
            var declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared != null && parameter.getParameterType() != Map.class) {
                types.put(
                        declared.name().isEmpty() ? parameter.getParameter().getName() : declared.name(),
                        parameter.getParameterType());
            }
            if (parameter.hasParameterAnnotation(ModelAttribute.class)
                    && parameter.getParameterType().isRecord()) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .forEach(component -> types.put(component.getName(), component.getType()));
            }
        }
        return types;
    }

    /** Whether it takes whatever parameters come, as the answers of Microsoft must be. */
    public boolean takesAnyParameter() {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(p -> p.hasParameterAnnotation(RequestParam.class) && p.getParameterType() == Map.class);
    }

    /** A value that a parameter of this name may well have. */
    public static String plausible(String parameter) {
        return switch (parameter) {
            case "app" -> "7zip.7zip";
            case "policy" -> "LATEST";
            case "ring", "retain", "change" -> "0";
            case "intent" -> "REQUIRED";
            case "target" -> "ALL_USERS";
            case "filterMode" -> "INCLUDE";
            case "detection" -> "AUTOMATIC";
            case "action" -> "retry";
            case "ids" -> UUID.randomUUID().toString();
            case "leave", "allowed", "supportEvents", "toNobody" -> "true";
            case "page" -> "1";
            case "result" -> "REMOVED";
            case "afterItem" -> "0";
            case "role" -> "READ_ONLY_ADMIN";
            case "type" -> "TEAMS";
            case "kind", "kinds" -> "CONNECTION_LOST";
            case "mute" -> "true";
            case "address" -> "https://hooks.example.com/x";
            case "theme" -> "dark";
            case "back" -> "/help";
            case "remember", "terms" -> "true";
            case "country" -> "DE";
            case "accessManagement" -> "false";
            case "email" -> "new@example.com";
            case "severity" -> "INFO";
            case "starts", "ends" -> "2030-01-01T08:00";
            case "zone" -> "UTC";
            case "link" -> "https://example.com";
            case "dismissible", "removeImage", "publish" -> "true";
            case "version" -> "0";
            case "format" -> "CSV";
            case "days" -> "90";
            case "view" -> "LIST";
            case "architecture" -> "X64";
            case "updated" -> "30";
            case "since" -> UUID.randomUUID().toString();
            case "devices" -> "100";
            case "access" -> "EVENT_LOG";
            case "period" -> "DAY";
            case "permission" -> "User.Read.All";
            case "waitHours" -> "0";
            case "secondPerson" -> "false";
            case "timeZone" -> "Europe/Berlin";
            case "plan" -> "plus";
            case "status" -> "REQUESTED";
            case "firstDay", "lastDay" -> "2030-01-01";
            case "contactEmail", "billingEmail" -> "it@example.com";
            case "before", "after", "environment", "company" ->
                UUID.randomUUID().toString();
            default -> "Something";
        };
    }

    /** Calls it. */
    public java.net.http.HttpResponse<String> call(Surfer surfer, String address, String... fields) {
        if (method == RequestMethod.POST) {
            return surfer.post(address, fields);
        }
        var query = fields.length == 0 ? "" : "?" + Surfer.form(fields);
        return surfer.get(address + query);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
