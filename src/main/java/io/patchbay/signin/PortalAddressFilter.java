package io.patchbay.signin;

import io.patchbay.platform.PortalProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets every address that is made from a request begin with the portal's public one, whatever {@code Host},
 * {@code X-Forwarded-Host}, {@code X-Forwarded-Proto} or port arrive, and refuses requests to other hosts. A proxy or a probe
 * on this machine may call it by a loopback name, and the health of the portal is told under any.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortalAddressFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PortalAddressFilter.class);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern HEALTH = Pattern.compile("/actuator/health(/\\w+)?|/livez|/readyz");

    private final URI address;

    PortalAddressFilter(PortalProperties portal) {
        this.address = portal.baseUrl();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = host(request.getHeader(HttpHeaders.HOST));
        if (known(host) || HEALTH.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(new AtPortalAddress(request, address), response);
            return;
        }
        LOG.info(
                "A request to the host \"{}\" was refused. If a reverse proxy sent it, have it pass the header Host on",
                printable(host));
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().println("There is no such site here.");
    }

    private boolean known(String host) {
        return host.equals(address.getHost().toLowerCase(Locale.ROOT)) || LOOPBACK.contains(host);
    }

    /** Without the port, which says nothing about who is meant. */
    private static String host(@Nullable String header) {
        return header == null ? "" : header.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    }

    private static String printable(String host) {
        return host.replaceAll("[^\\w.:\\[\\]-]", "?").substring(0, Math.min(host.length(), 100));
    }

    private static class AtPortalAddress extends HttpServletRequestWrapper {

        private static final int HTTPS = 443;
        private static final int HTTP = 80;

        private final URI address;

        AtPortalAddress(HttpServletRequest request, URI address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getScheme() {
            return address.getScheme();
        }

        @Override
        public boolean isSecure() {
            return "https".equals(getScheme());
        }

        @Override
        public String getServerName() {
            return address.getHost();
        }

        @Override
        public int getServerPort() {
            if (address.getPort() != -1) {
                return address.getPort();
            }
            return isSecure() ? HTTPS : HTTP;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(address.toString()).append(getRequestURI());
        }
    }
}
