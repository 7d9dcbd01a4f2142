package fr.plisante.notification.notice;

import fr.plisante.events.notification.NotificationEvent;
import fr.plisante.notification.relay.Dispatch;
import fr.plisante.starter.event.OwnedTopics;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The topics we own, the lane of notices, and the way to auth-service with a token of our own. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    private static final String REGISTRATION = "notification-service";

    @Bean
    OwnedTopics notificationTopics() {
        return OwnedTopics.of(NotificationEvent.class);
    }

    @Bean
    Dispatch noticeDispatch(NoticeSending sending) {
        return sending.dispatch();
    }

    @Bean
    PasswordLinksClient passwordLinksClient(
            @Value("${plisante.auth-service.url}") String url,
            @Value("${plisante.auth-service.timeout}") Duration timeout,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService clients) {
        var factory = factory(timeout);
        var tokens = new RestClientClientCredentialsTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(factory)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new org.springframework.security.oauth2.core.http.converter
                                .OAuth2AccessTokenResponseHttpMessageConverter()))
                .build());
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(credentials -> credentials.accessTokenResponseClient(tokens))
                .build());
        var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
        interceptor.setClientRegistrationIdResolver(request -> REGISTRATION);
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(clients));
        var rest = RestClient.builder()
                .baseUrl(url)
                .requestFactory(factory)
                .requestInterceptor(interceptor)
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build()
                .createClient(PasswordLinksClient.class);
    }

    private static JdkClientHttpRequestFactory factory(Duration timeout) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).build());
        factory.setReadTimeout(timeout);
        return factory;
    }
}
