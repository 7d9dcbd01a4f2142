package fr.plisante.starter.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Deny by default: a person must have signed in strongly; what else is open a service says in {@link AccessRules}. */
@Configuration(proxyBeanMethods = false)
class ServiceSecurity {

    /** Timing each of a dozen filters cost a tenth of a request's work and told nobody anything. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The decoder that Boot makes of the settings, with a memory in front. */
    @Bean
    static BeanPostProcessor rememberedTokens(ObjectProvider<Clock> clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder ? new RememberedTokens(decoder, clock.getObject()) : bean;
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain serviceSecurity(
            HttpSecurity http,
            MessageSource messages,
            JsonMapper json,
            LocaleResolver locales,
            ObjectProvider<AccessRules> rules) {
        var authorities = new JwtAuthenticationConverter();
        authorities.setJwtGrantedAuthoritiesConverter(new Authorities());
        var doorkeeper = new Doorkeeper(messages, json, locales);
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll()
                            .requestMatchers(EndpointRequest.to("health"))
                            .permitAll()
                            .requestMatchers(EndpointRequest.toAnyEndpoint())
                            .hasAuthority("SCOPE_ops");
                    rules.orderedStream().forEach(rule -> rule.apply(requests));
                    requests.anyRequest().hasAuthority(Authorities.STRONG);
                })
                // Bearer tokens only, never a cookie: nothing a foreign page could make a browser send.
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(authorities))
                        .authenticationEntryPoint(doorkeeper)
                        .accessDeniedHandler(doorkeeper))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .build();
    }
}
