package io.patchbay.signin;

import io.patchbay.company.Companies;
import io.patchbay.platform.PortalProperties;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The security filter chain: who may pass without signing in, how one signs in and out, and what browsers are told. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Links in e-mail carry their own proof, and mail programs post to them without a page of ours. */
    private static final String SIGNED_LINKS = "/mail/*";

    /** Programs prove who they are with each request, not by a cookie that a browser would send along. */
    private static final String API = "/api/**";

    private static final String[] OPEN = {
        SIGNED_LINKS,
        "/",
        "/sign-in",
        "/signed-out",
        "/help",
        API,
        "/quote/**",
        "/preferences/**",
        "/error",
        "/webjars/**",
        "/assets/**",
        "/.well-known/patchbay/**",
        "/actuator/health/**",
        "/livez",
        "/readyz"
    };

    @Bean
    SecurityFilterChain portal(
            HttpSecurity http,
            Companies companies,
            BrowserPolicy policy,
            SignInFailure failure,
            SignOut signOut,
            SignInStart start,
            AccessDeniedHandler refusals,
            StaffRoles staffRoles) {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(SIGNED_LINKS, API))
                .oauth2Login(login -> login.loginPage("/sign-in")
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(start))
                        .userInfoEndpoint(userInfo -> userInfo.oidcUserService(people()))
                        .defaultSuccessUrl("/")
                        .failureHandler(failure))
                .requestCache(cache -> cache.requestCache(pagesWithoutMarker()))
                .exceptionHandling(exceptions ->
                        exceptions.accessDeniedHandler(refusals).authenticationEntryPoint(new SignInEntryPoint()))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessHandler(signOut)
                        .addLogoutHandler(nothingStays()))
                .headers(headers -> headers.defaultsDisabled()
                        .cacheControl(Customizer.withDefaults())
                        .addHeaderWriter(policy))
                .addFilterAfter(new CompanyFilter(companies, staffRoles), AuthorizationFilter.class)
                .build();
    }

    /** Over https, has the browser forget at sign-out what it keeps of the portal. */
    static LogoutHandler nothingStays() {
        return new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(
                ClearSiteDataHeaderWriter.Directive.CACHE, ClearSiteDataHeaderWriter.Directive.STORAGE));
    }

    /** Where somebody wanted to go before signing in, without the parameter that Spring would add to the address. */
    @SuppressWarnings("NullAway") // null is how the cache documents that it shall add no parameter
    private static HttpSessionRequestCache pagesWithoutMarker() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"));
        return cache;
    }

    private static OAuth2UserService<OidcUserRequest, OidcUser> people() {
        var service = new OidcUserService();
        service.setRetrieveUserInfo(request -> false);
        service.setOidcUserConverter(
                source -> PortalUser.of(source.getUserRequest().getIdToken()));
        return service;
    }

    /** A request is observed as a whole; each filter and each decision apart would cost more than they do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    OAuth2AuthorizedClientRepository signInTokens() {
        return new SignInTokens();
    }

    @Bean
    SignInStart signInStart(ClientRegistrationRepository registrations) {
        return new SignInStart(registrations);
    }

    @Bean
    CookieSerializer sessionCookie(PortalProperties portal) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(portal.secure() ? "__Host-patchbay" : "patchbay");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(portal.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
