package io.patchbay.ui.preference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What pages remember in cookies is the portal's own, as its session is. */
@Tag("fast")
class PreferenceCookieTests {

    @Test
    void overHttpsNobodyElseCanHaveSetIt() {
        var request = new MockHttpServletRequest();
        request.setSecure(true);
        assertThat(PreferenceCookie.of(request, "theme", "dark").toString())
                .startsWith("__Host-theme=dark; Path=/;")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        request.setCookies(new Cookie("theme", "light"), new Cookie("__Host-theme", "dark"));
        assertThat(PreferenceCookie.read(request, "theme")).hasValue("dark");
        request.setCookies(new Cookie("theme", "light"));
        assertThat(PreferenceCookie.read(request, "theme")).isEmpty();
    }

    /** Browsers take neither the prefix nor the attribute over http. */
    @Test
    void overHttpItIsRememberedToo() {
        var request = new MockHttpServletRequest();
        assertThat(PreferenceCookie.of(request, "theme", "dark").toString())
                .startsWith("theme=dark; Path=/;")
                .doesNotContain("Secure");
        request.setCookies(new Cookie("theme", "dark"));
        assertThat(PreferenceCookie.read(request, "theme")).hasValue("dark");
    }

    @Test
    void scriptsNameTheirsTheSameWay() throws IOException {
        try (var scripts = Files.walk(Path.of("src/main/resources/static/assets/js"))) {
            var cookies = scripts.filter(Files::isRegularFile)
                    .flatMap(script -> lines(script).filter(line -> line.contains("document.cookie")))
                    .toList();
            assertThat(cookies)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .contains("`${prefix}")
                            .contains(";path=/;")
                            .contains("lax${secure}`"));
        }
    }

    private static java.util.stream.Stream<String> lines(Path script) {
        try {
            return Files.readString(script).lines();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
