package fr.plisante.webmail.client;

import fr.plisante.webmail.client.ServiceRefused.Problem;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    private final JsonMapper json;
    private final ClientSettings settings;

    /** Reads tolerantly: a service may be newer than we are. */
    ClientConfiguration(JsonMapper json, ClientSettings settings) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        this.settings = settings;
    }

    @Bean
    MailboxClient mailboxClient() {
        return client("mailbox-service", settings.mailboxUrl(), MailboxClient.class);
    }

    @Bean
    DirectoryClient directoryClient() {
        return client("directory-service", settings.directoryUrl(), DirectoryClient.class);
    }

    private <T> T client(String name, URI address, Class<T> type) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.timeout());
        var breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .build());
        var rest = RestClient.builder()
                .baseUrl(address)
                .requestFactory(requests)
                .configureMessageConverters(converters ->
                        converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .requestInitializer(request -> asThePerson(request.getHeaders()))
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> refuse(name, response))
                .build();
        var client = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build()
                .createClient(type);
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new GuardedCalls(client, breaker)));
    }

    private static void asThePerson(HttpHeaders headers) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken person) {
            headers.setBearerAuth(person.getToken().getTokenValue());
        }
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, LocaleContextHolder.getLocale().toLanguageTag());
    }

    private void refuse(String name, ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode();
        if (status.is5xxServerError()) {
            throw new ServiceUnavailable(name, null);
        }
        throw new ServiceRefused(status.value(), problem(response));
    }

    private Problem problem(ClientHttpResponse response) throws IOException {
        try {
            return json.readValue(response.getBody().readAllBytes(), Problem.class);
        } catch (JacksonException notOurs) {
            // A proxy between us may answer with a page of its own: the status says enough.
            return new Problem("", "", "", List.of());
        }
    }
}
