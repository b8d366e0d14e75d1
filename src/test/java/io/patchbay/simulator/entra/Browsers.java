package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Person;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Who is signed in in which browser: single sign-on. */
@SimulatorComponent
final class Browsers {
    private static final String COOKIE = "SimMicrosoftSSO";

    private final Map<String, List<Person>> signedIn = new ConcurrentHashMap<>();

    List<Person> accounts(HttpServletRequest request) {
        String id = id(request);
        return id == null ? List.of() : signedIn.getOrDefault(id, List.of());
    }

    /** Remembers that somebody has given his password in this browser. */
    void signIn(HttpServletRequest request, HttpServletResponse response, Person person) {
        String id = id(request);
        if (id == null || !signedIn.containsKey(id)) {
            id = UUID.randomUUID().toString();
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, id)
                            .path("/")
                            .httpOnly(true)
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
        List<Person> accounts = signedIn.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>());
        if (!accounts.contains(person)) {
            accounts.add(person);
        }
    }

    void signOut(HttpServletRequest request, Person person) {
        String id = id(request);
        if (id != null) {
            signedIn.getOrDefault(id, new CopyOnWriteArrayList<>()).remove(person);
        }
    }

    /** The session's id as the application sees it ({@code sid}); the same for one account in one browser. */
    String sessionOf(HttpServletRequest request, Person person) {
        return UUID.nameUUIDFromBytes((id(request) + "/" + person.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    void reset() {
        signedIn.clear();
    }

    private static @Nullable String id(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (COOKIE.equals(cookie.getName())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
