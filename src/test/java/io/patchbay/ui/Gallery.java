package io.patchbay.ui;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/** The layout alone, without a database and without the modules, behind the headers of the real portal. */
@ComponentScan
@ConfigurationPropertiesScan
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
public class Gallery {

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    /** What the sample sources do; a test may have them fail, or say that nobody is signed in. */
    public static class Mood {
        public volatile boolean broken;
        public volatile boolean signedIn = true;
    }

    @Bean
    Mood mood() {
        return new Mood();
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http, AccessDeniedHandler refusals) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/gallery/forbidden")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY)))
                .build();
    }

    @Bean
    NavigationSource settings() {
        return () -> List.of(
                entry("environments", "Environments", "hdd-stack", NavigationEntry.Section.SETTINGS, 30),
                entry("users", "Users", "people", NavigationEntry.Section.SETTINGS, 20),
                entry("company", "Company", "building", NavigationEntry.Section.SETTINGS, 10));
    }

    @Bean
    NavigationSource work(Mood mood) {
        return () -> {
            if (mood.broken) {
                throw new IllegalStateException("The secret of the navigation");
            }
            return List.of(
                    entry("events", "Events", "clock-history", NavigationEntry.Section.MAIN, 30),
                    entry("catalog", "App Catalog", "grid", NavigationEntry.Section.MAIN, 10),
                    entry("deployments", "Deployments", "box-seam", NavigationEntry.Section.MAIN, 20));
        };
    }

    @Bean
    BannerSource trial() {
        return () -> List.of(Banner.dismissible(
                "trial",
                Banner.Severity.INFO,
                "Your trial of Default Environment ends in 5 days.",
                List.of(new BannerAction("Enter a license key", "/gallery"))));
    }

    @Bean
    BannerSource permissions() {
        return () -> List.of(Banner.staying(
                "permissions",
                Banner.Severity.WARNING,
                "Contoso no longer grants 2 of 7 permissions. Publishing is paused.",
                List.of(
                        new BannerAction("Review permissions", "/gallery"),
                        new BannerAction("Reconnect", "/gallery"))));
    }

    @Bean
    AccountSource account(Mood mood) {
        return () -> Optional.of(new Account("Adele Vance", "admin@contoso.onmicrosoft.com", "Contoso Ltd", true, true))
                .filter(account -> mood.signedIn);
    }

    private static NavigationEntry entry(
            String key, String label, String icon, NavigationEntry.Section section, int order) {
        return new NavigationEntry(key, "gallery." + key, "/gallery/" + key, icon, section, order);
    }
}
