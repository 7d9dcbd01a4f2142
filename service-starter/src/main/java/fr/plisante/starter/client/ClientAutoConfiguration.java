package fr.plisante.starter.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
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
@Import(TokenConfiguration.class)
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
}
