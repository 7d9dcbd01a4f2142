package fr.plisante.auth.account;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The way to Keycloak: its token and every call have the same short time. */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {

    private static final String REGISTRATION = "auth-service";

    @Bean
    KeycloakClient keycloakClient(
            KeycloakSettings settings,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService clients) {
        var calls = calls(settings.timeout());
        var tokens = new OAuth2ClientHttpRequestInterceptor(manager(calls, registrations, clients));
        tokens.setClientRegistrationIdResolver(request -> REGISTRATION);
        tokens.setAuthorizationFailureHandler(OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(clients));
        var rest = RestClient.builder()
                .baseUrl(settings.url().toString())
                .requestFactory(calls)
                .requestInterceptor(tokens)
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build()
                .createClient(KeycloakClient.class);
    }

    private static AuthorizedClientServiceOAuth2AuthorizedClientManager manager(
            JdkClientHttpRequestFactory calls,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService clients) {
        var answers = new RestClientClientCredentialsTokenResponseClient();
        answers.setRestClient(RestClient.builder()
                .requestFactory(calls)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .build());
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(credentials -> credentials.accessTokenResponseClient(answers))
                .build());
        return manager;
    }

    private static JdkClientHttpRequestFactory calls(Duration timeout) {
        var calls = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build());
        calls.setReadTimeout(timeout);
        return calls;
    }
}
