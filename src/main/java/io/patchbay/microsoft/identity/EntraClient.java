package io.patchbay.microsoft.identity;

import com.nimbusds.jose.jwk.JWK;
import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.http.MicrosoftHttp;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.AbstractRestClientOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/**
 * Portal sign-in as an OIDC client of Entra ID for any work or school tenant. The endpoints are given one by one: the
 * discovery document of {@code organizations} names an issuer with a literal {@code {tenantid}}, which no client can read.
 */
@Configuration(proxyBeanMethods = false)
class EntraClient {

    @Bean
    ClientRegistration entra(MicrosoftProperties properties, EntraEndpoints endpoints, Credential credential) {
        return ClientRegistration.withRegistrationId("entra")
                .clientName("Microsoft")
                .clientId(properties.clientId())
                .clientSecret(credential.secret())
                .clientAuthenticationMethod(
                        credential.isCertificate()
                                ? ClientAuthenticationMethod.PRIVATE_KEY_JWT
                                : ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(endpoints.redirectUris().getFirst().toString())
                .scope("openid", "profile", "offline_access")
                .authorizationUri(endpoints.browser("/organizations/oauth2/v2.0/authorize"))
                .tokenUri(endpoints.back("/organizations/oauth2/v2.0/token"))
                .jwkSetUri(endpoints.keys())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of())
                .build();
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(ClientRegistration entra) {
        return new InMemoryClientRegistrationRepository(entra);
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeClient(
            MicrosoftHttp http, Credential credential) {
        return asPatchbay(new RestClientAuthorizationCodeTokenResponseClient(), http.requests(), credential);
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshClient(
            MicrosoftHttp http, Credential credential) {
        return asPatchbay(new RestClientRefreshTokenTokenResponseClient(), http.promptRequests(), credential);
    }

    private static <
                    G extends AbstractOAuth2AuthorizationGrantRequest,
                    C extends AbstractRestClientOAuth2AccessTokenResponseClient<G>>
            C asPatchbay(C client, ClientHttpRequestFactory requests, Credential credential) {
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        if (credential.isCertificate()) {
            JWK key = credential.jwk();
            var assertion = new NimbusJwtClientAuthenticationParametersConverter<G>(registration -> key);
            client.addParametersConverter(grant -> {
                var parameters = assertion.convert(grant);
                return parameters == null ? new LinkedMultiValueMap<>() : parameters;
            });
        }
        return client;
    }
}
