package fr.plisante.gateway.session;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.DispatcherType;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    SessionSeal sessionSeal(SessionSettings settings) {
        return SessionSeal.fromFile(settings.keyFile());
    }

    /** Registered by hand: Boot's own session module does not resolve at this version. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<LiveSession>> sessionFilter(
            Sessions sessions, SessionSettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.https() ? "__Host-plisante" : "plisante");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(settings.https());
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        var resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        var filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(resolver);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
        return registration;
    }

    @Bean
    HealthIndicator sessionsHealthIndicator(MongoDatabase database) {
        return () -> {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }
}
