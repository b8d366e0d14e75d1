package io.patchbay.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.platform.PortalProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses are made from the portal's public one alone, and other hosts are not served. */
@Tag("fast")
class PortalAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patchbay.example.com",
                "patchbay.example.com:8443",
                "PATCHBAY.example.com:",
                "localhost:8080",
                "127.0.0.1",
                "[::1]:8080"
            })
    void thePortalAndThisMachineAreServed(String host) throws Exception {
        assertThat(passed("https://patchbay.example.com", host, "/catalog")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "patchbay.example.com.evil.example",
                "evil.example:patchbay.example.com",
                "patchbay.example.com@evil.example",
                "localhost.evil.example",
                ""
            })
    void anotherHostIsNot(String host) throws Exception {
        var chain = new MockFilterChain();
        var response = new MockHttpServletResponse();
        new PortalAddressFilter(new PortalProperties(URI.create("https://patchbay.example.com")))
                .doFilter(request(host, "/catalog"), response, chain);
        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(421);
        assertThat(response.getContentAsString()).isEqualTo("There is no such site here.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/livez", "/readyz"})
    void healthIsToldUnderAnyHost(String path) throws Exception {
        assertThat(passed("https://patchbay.example.com", "10.1.2.3:8080", path))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://patchbay.example.com, https://patchbay.example.com/events?x=1",
        "https://patchbay.example.com:8443, https://patchbay.example.com:8443/events?x=1",
        "http://localhost:8080, http://localhost:8080/events?x=1",
        "http://localhost, http://localhost/events?x=1"
    })
    void addressesBeginWithThePortals(String portal, String expected) throws Exception {
        var request = passed(portal, "127.0.0.1:9999", "/events");
        assertThat(UrlUtils.buildFullRequestUrl(request)).isEqualTo(expected);
        assertThat(ServletUriComponentsBuilder.fromRequest(request).toUriString())
                .isEqualTo(expected);
        assertThat(request.getRequestURL() + "?x=1").isEqualTo(expected);
        assertThat(request.isSecure()).isEqualTo(portal.startsWith("https"));
    }

    private static HttpServletRequest passed(String portal, String host, String path) throws Exception {
        var chain = new MockFilterChain();
        new PortalAddressFilter(new PortalProperties(URI.create(portal)))
                .doFilter(request(host, path), new MockHttpServletResponse(), chain);
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }

    private static MockHttpServletRequest request(String host, String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Host", host);
        request.setServerName("evil.example");
        request.setServerPort(4711);
        request.setQueryString("x=1");
        return request;
    }
}
