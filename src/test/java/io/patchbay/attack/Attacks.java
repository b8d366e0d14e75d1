package io.patchbay.attack;

import io.patchbay.platform.access.ForStaff;
import io.patchbay.testsupport.Endpoint;
import io.patchbay.testsupport.Surfer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.web.bind.annotation.RequestMethod;

/** Makes hostile requests, each of an endpoint in turn; the same ones for the same seed. */
final class Attacks {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> OTHER_METHODS = List.of(
            "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "HEAD", "PROPFIND", "CONNECT", "post", "G\u00cbT", "QUERY");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=" + "b".repeat(200),
            "multipart/mixed; boundary=x",
            FORM + "; charset=utf-16",
            FORM + "; charset=nonsense",
            "nonsense",
            "*/*");
    private static final List<String> BODIES = List.of(
            "{\"name\":{\"$gt\":\"\"},\"__proto__\":{}}",
            "[".repeat(5_000),
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "--x\r\nContent-Disposition: form-data; name=\"image\"; filename=\"../../x.png\"\r\n\r\nx",
            "--x\r\nnonsense\r\n\r\n--x--",
            "\u0000\u0001\u0002",
            "a=%zz&b=%ff%fe&=&&&==",
            "a=%ed%a0%80&b=%c0%af&c=%f0%28%8c%28",
            "&".repeat(20_000),
            "a=1&".repeat(3_000));
    private static final List<String> PATH_TRICKS = List.of(
            "/%s",
            "%s/",
            "%s;x=1",
            "%s/..;/help",
            "%s%%00",
            "%s%%2f..%%2fhelp",
            "%s.json",
            "%s/%%2e%%2e/help",
            "%s%%0d%%0aX-Injected:1",
            "%s?%%",
            "%s#x",
            "http://evil.example%s",
            "%s%%u0041",
            "%s\\..\\help",
            "%s%%c0%%af",
            "/WEB-INF/web.xml?%s");
    private static final List<String> HEADERS = List.of(
            "HX-Request",
            "HX-Target",
            "HX-Current-URL",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "Forwarded",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Authorization",
            "Origin",
            "Referer",
            "Cookie",
            "Range",
            "If-Modified-Since",
            "If-None-Match",
            "User-Agent",
            "X-HTTP-Method-Override",
            "Content-Encoding",
            "Expect",
            "TE",
            "Upgrade");

    private final List<Endpoint> endpoints;
    private final List<Visitor> visitors;
    private final Map<String, ?> own;
    private final Map<String, ?> foreign;
    private final Random random;

    /**
     * Makes them.
     *
     * @param own identifiers of the visitors' company, by the segment before them
     * @param foreign the same of another company
     */
    Attacks(List<Endpoint> endpoints, List<Visitor> visitors, Map<String, ?> own, Map<String, ?> foreign, long seed) {
        this.endpoints = endpoints;
        this.visitors = visitors;
        this.own = own;
        this.foreign = foreign;
        this.random = new Random(seed);
    }

    /** So many requests that must change nothing at all, whoever sends them. */
    List<Attack> futile(int count) {
        return make(count, place -> switch (random.nextInt(8)) {
            case 0 -> withoutToken(endpoint(place));
            case 1 -> extra(endpoint(place));
            case 2 -> doubled(endpoint(place));
            case 3 -> tooLong(endpoint(place));
            case 4 -> foreigner(endpoint(place));
            case 5 -> method(endpoint(place));
            case 6 -> path(endpoint(place));
            default -> badIdentifier(endpoint(place));
        });
    }

    /** So many requests with hostile values in forms, queries, headers and bodies that are otherwise as they should be. */
    List<Attack> typed(int count) {
        return make(count, place -> switch (random.nextInt(10)) {
            case 0 -> header(endpoint(place));
            case 1 -> body(endpoint(place));
            default -> typed(endpoint(place));
        });
    }

    /** Each of these values for each parameter of each endpoint, by somebody who may call it. */
    List<Attack> everywhere(List<String> values) {
        var attacks = new ArrayList<Attack>();
        for (var endpoint : endpoints) {
            for (var name : endpoint.parameters()) {
                for (var value : values) {
                    var fields = with(without(plausible(endpoint), name), name, value);
                    attacks.add(
                            request("value of " + name, entitled(endpoint), endpoint, endpoint.address(own), fields));
                }
            }
        }
        return attacks;
    }

    private interface Maker {
        Attack at(int place);
    }

    private static List<Attack> make(int count, Maker maker) {
        var attacks = new ArrayList<Attack>();
        for (int i = 0; i < count; i++) {
            attacks.add(maker.at(i));
        }
        return attacks;
    }

    private Endpoint endpoint(int place) {
        return endpoints.get(place % endpoints.size());
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Attack withoutToken(Endpoint endpoint) {
        return attack(
                "no token", "POST", endpoint.address(own), List.of("Content-Type", FORM), form(plausible(endpoint)));
    }

    private Attack extra(Endpoint endpoint) {
        return request(
                "unknown parameter",
                endpoint,
                endpoint.address(own),
                with(plausible(endpoint), "nonsense" + random.nextInt(9), any(HostileValues.all())));
    }

    private Attack doubled(Endpoint endpoint) {
        var fields = plausible(endpoint);
        var single = endpoint.parameters().stream().filter(endpoint::isSingle).toList();
        var name = single.isEmpty() ? "nonsense" : any(single);
        return request("doubled", endpoint, endpoint.address(own), with(with(fields, name, "one"), name, "two"));
    }

    private Attack tooLong(Endpoint endpoint) {
        var name = endpoint.parameters().isEmpty() ? "nonsense" : any(List.copyOf(endpoint.parameters()));
        var huge = random.nextBoolean() ? "x".repeat(8_001 + random.nextInt(4) * 50_000) : "a\u0000b";
        return request("huge or NUL", endpoint, endpoint.address(own), with(plausible(endpoint), name, huge));
    }

    private Attack foreigner(Endpoint endpoint) {
        return endpoint.hasVariable() && !endpoint.pattern().startsWith("/companies/")
                ? request("another company's", endpoint, endpoint.address(foreign), plausible(endpoint))
                : extra(endpoint);
    }

    private Attack method(Endpoint endpoint) {
        var visitor = any(visitors);
        return new Attack("method", visitor, any(OTHER_METHODS), endpoint.address(own), token(visitor), new byte[0]);
    }

    private Attack body(Endpoint endpoint) {
        var visitor = any(visitors);
        var headers = new ArrayList<>(List.of("Content-Type", any(TYPES)));
        if (random.nextBoolean() && !endpoint.parameters().isEmpty()) {
            headers.addAll(token(visitor));
        }
        return new Attack(
                "body",
                visitor,
                "POST",
                endpoint.address(own),
                headers,
                any(BODIES).getBytes(StandardCharsets.UTF_8));
    }

    private Attack path(Endpoint endpoint) {
        return attack("path", "GET", any(PATH_TRICKS).formatted(endpoint.address(own)), List.of(), new byte[0]);
    }

    private Attack badIdentifier(Endpoint endpoint) {
        return endpoint.hasVariable()
                ? request(
                        "identifier",
                        endpoint,
                        endpoint.pattern()
                                .replaceAll(
                                        "\\{\\w+}",
                                        encoded(any(HostileValues.all()).replaceAll("^ *$", "x"))),
                        List.of())
                : extra(endpoint);
    }

    private Attack typed(Endpoint endpoint) {
        if (endpoint.parameters().isEmpty()) {
            return header(endpoint);
        }
        var name = any(List.copyOf(endpoint.parameters()));
        var fields = random.nextInt(4) == 0 ? List.<String>of() : plausible(endpoint);
        var visitor = random.nextInt(3) == 0 ? any(visitors) : entitled(endpoint);
        return request(
                "value of " + name,
                visitor,
                endpoint,
                endpoint.address(own),
                with(without(fields, name), name, any(HostileValues.all())));
    }

    private Attack header(Endpoint endpoint) {
        var value = any(HostileValues.all()).replaceAll("[\\x00-\\x1f]", "");
        var headers = List.of(any(HEADERS), value.length() > 5_000 ? value.substring(0, 5_000) : value);
        return attack("header", "GET", endpoint.address(own), headers, new byte[0]);
    }

    private Visitor entitled(Endpoint endpoint) {
        var staff = endpoint.handler().getMethodAnnotation(ForStaff.class);
        var name = staff == null ? visitors.getFirst().name() : staff.value().appRole();
        return visitors.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Attack request(String what, Endpoint endpoint, String address, List<String> fields) {
        return request(what, any(visitors), endpoint, address, fields);
    }

    private Attack request(String what, Visitor visitor, Endpoint endpoint, String address, List<String> fields) {
        if (endpoint.method() == RequestMethod.POST) {
            return new Attack(
                    what,
                    visitor,
                    "POST",
                    address,
                    List.of("Content-Type", FORM),
                    form(with(fields, "_csrf", visitor.csrf())));
        }
        var query = fields.isEmpty() ? "" : "?" + new String(form(fields), StandardCharsets.ISO_8859_1);
        return new Attack(what, visitor, "GET", address + query, List.of(), new byte[0]);
    }

    private Attack attack(String what, String method, String target, List<String> headers, byte[] body) {
        return new Attack(what, any(visitors), method, target, headers, body);
    }

    private static List<String> token(Visitor visitor) {
        return visitor.csrf().isEmpty() ? List.of() : List.of("X-CSRF-TOKEN", visitor.csrf());
    }

    private static List<String> plausible(Endpoint endpoint) {
        return endpoint.parameters().stream()
                .flatMap(name -> java.util.stream.Stream.of(name, Endpoint.plausible(name)))
                .toList();
    }

    private static List<String> with(List<String> fields, String name, String value) {
        var all = new ArrayList<>(fields);
        all.add(name);
        all.add(value);
        return all;
    }

    private static List<String> without(List<String> fields, String name) {
        var rest = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i += 2) {
            if (!fields.get(i).equals(name)) {
                rest.addAll(fields.subList(i, i + 2));
            }
        }
        return rest;
    }

    private static byte[] form(List<String> fields) {
        return Surfer.form(fields.toArray(String[]::new)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String value) {
        var text = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return text.length() > 6_000 ? text.substring(0, 6_000) : text;
    }
}
