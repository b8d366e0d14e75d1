package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.Faults;
import io.patchbay.simulator.directory.MovableClock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The token endpoint: Spring Security's authorization server, checking and answering as Entra does. */
@Configuration(proxyBeanMethods = false)
@Profile(SimulatorComponent.PROFILE)
@EnableWebSecurity
class TokenEndpoint {
    private static final String PATH = "/oauth2/v2.0/token";

    @Bean
    RegisteredClient registeredClient() {
        return RegisteredClient.withId(SimulatedMicrosoft.CLIENT_ID)
                .clientId(SimulatedMicrosoft.CLIENT_ID)
                .clientName("Patchbay")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri("https://unused.invalid/")
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofSeconds(3599))
                        .refreshTokenTimeToLive(Duration.ofDays(90))
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokens(EntraJwtEncoder encoder, TokenClaims claims, MovableClock clock) {
        JwtGenerator jwt = new JwtGenerator(encoder);
        jwt.setJwtCustomizer(claims);
        jwt.setClock(clock);
        OAuth2RefreshTokenGenerator refresh = new OAuth2RefreshTokenGenerator();
        refresh.setClock(clock);
        return new DelegatingOAuth2TokenGenerator(jwt, refresh);
    }

    @Bean
    CodeRedemption codeRedemption(
            Codes codes,
            Authorities authorities,
            ClientInfo clientInfo,
            OAuth2AuthorizationService authorizations,
            OAuth2TokenGenerator<OAuth2Token> tokens) {
        return new CodeRedemption(
                codes,
                authorities,
                clientInfo,
                new OAuth2AuthorizationCodeAuthenticationProvider(authorizations, tokens));
    }

    @Bean
    Refresh refresh(
            Authorities authorities,
            Directory directory,
            ClientInfo clientInfo,
            MovableClock clock,
            OAuth2AuthorizationService authorizations,
            OAuth2TokenGenerator<OAuth2Token> tokens) {
        return new Refresh(
                authorizations,
                authorities,
                directory,
                clientInfo,
                clock,
                new OAuth2RefreshTokenAuthenticationProvider(authorizations, tokens));
    }

    @Bean
    SecurityFilterChain tokenEndpointFilters(
            HttpSecurity http,
            RegisteredClient client,
            OAuth2AuthorizationService authorizations,
            OAuth2TokenGenerator<OAuth2Token> tokens,
            ClientCheck clientCheck,
            CodeRedemption codeRedemption,
            Refresh refresh,
            ApplicationTokenRules applicationRules,
            Authorities authorities,
            Faults faults,
            TokenAnswers answers) {
        OAuth2ClientCredentialsAuthenticationProvider application =
                new OAuth2ClientCredentialsAuthenticationProvider(authorizations, tokens);
        application.setAuthenticationValidator(applicationRules);
        return http.securityMatcher("/*" + PATH)
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TokenGate(authorities, faults, answers), SecurityContextHolderFilter.class)
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(new InMemoryRegisteredClientRepository(client))
                                .authorizationService(authorizations)
                                .tokenGenerator(tokens)
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .multipleIssuersAllowed(true)
                                        .tokenEndpoint(PATH)
                                        .build())
                                .clientAuthentication(clients -> clients.authenticationProviders(providers -> {
                                            providers.clear();
                                            providers.add(clientCheck);
                                        })
                                        .errorResponseHandler(answers::fail))
                                .tokenEndpoint(endpoint -> endpoint.authenticationProviders(providers -> {
                                            providers.removeIf(TokenEndpoint::isReplaced);
                                            providers.add(application);
                                            providers.add(codeRedemption);
                                            providers.add(refresh);
                                        })
                                        .accessTokenResponseHandler(answers::succeed)
                                        .errorResponseHandler(answers::fail)))
                .build();
    }

    /** The next provider would be asked after a refusal, so that ours must be the only ones. */
    private static boolean isReplaced(AuthenticationProvider provider) {
        return provider instanceof OAuth2AuthorizationCodeAuthenticationProvider
                || provider instanceof OAuth2ClientCredentialsAuthenticationProvider
                || provider instanceof OAuth2RefreshTokenAuthenticationProvider;
    }
}
