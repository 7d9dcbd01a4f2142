package fr.plisante.starter.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.ClientRegistrationIdProcessor;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a group of HTTP services ({@code @ImportHttpServices}, {@code spring.http.serviceclient.<group>.*}) gets beside
 * Boot's settings: a breaker of its name, answers read tolerantly, and a token where {@code @ClientRegistrationId} asks
 * for one.
 */
@AutoConfiguration(
        after = RestClientAutoConfiguration.class,
        afterName = "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration")
@ConditionalOnClass({CircuitBreaker.class, RestClientAutoConfiguration.class})
class ClientAutoConfiguration {

    /** HTTP/2 would be asked for with an upgrade, which not every server answers well. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> plainHttp() {
        return builder -> builder.withHttpClientCustomizer(http -> http.version(HttpClient.Version.HTTP_1_1));
    }

    @Bean
    RestClientHttpServiceGroupConfigurer breakers() {
        var settings = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .permittedNumberOfCallsInHalfOpenState(3)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .build();
        return groups -> groups.forEachProxyFactory((group, factory) -> factory.exchangeAdapterDecorator(
                calls -> new GuardedCalls(calls, CircuitBreaker.of(group.name(), settings))));
    }

    /** The other service may be newer than we are. */
    @Bean
    RestClientHttpServiceGroupConfigurer tolerantAnswers(JsonMapper json) {
        var tolerant = new JacksonJsonHttpMessageConverter(json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build());
        return groups -> groups.forEachClient((group, client) ->
                client.configureMessageConverters(converters -> converters.withJsonConverter(tolerant)));
    }

    /** Tokens of the service's own (client credentials); one that was refused is not used again. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ClientRegistrationRepository.class)
    @ConditionalOnBean(ClientRegistrationRepository.class)
    static class TokenConfiguration {

        @Bean
        RestClientHttpServiceGroupConfigurer tokens(
                ClientRegistrationRepository registrations,
                OAuth2AuthorizedClientService clients,
                RestClient.Builder rest) {
            var endpoint = new RestClientClientCredentialsTokenResponseClient();
            endpoint.setRestClient(rest.configureMessageConverters(converters ->
                            converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                    .build());
            var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
            manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                    .clientCredentials(credentials -> credentials.accessTokenResponseClient(endpoint))
                    .build());
            var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
            interceptor.setAuthorizationFailureHandler(
                    OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(clients));
            return groups -> {
                groups.forEachClient((group, client) -> client.requestInterceptor(interceptor));
                groups.forEachProxyFactory((group, factory) ->
                        factory.httpRequestValuesProcessor(ClientRegistrationIdProcessor.DEFAULT_INSTANCE));
            };
        }
    }
}
