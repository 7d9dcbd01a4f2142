package fr.plisante.gateway.signin;

import fr.plisante.gateway.page.AnswerWriter;
import fr.plisante.gateway.route.BearerTokens;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Keycloak protects itself; our filters would disturb it. */
    @Bean
    @Order(1)
    SecurityFilterChain keycloak(HttpSecurity http) throws Exception {
        return http.securityMatcher("/auth/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(
            HttpSecurity http,
            SignInSettings settings,
            AnswerWriter answers,
            DeepLinks links,
            SignInRequests requests,
            SignInOutcomes outcomes,
            StrongPersons persons,
            LogoutSuccessHandler signedOut,
            OidcSessionRegistry sessions,
            AuthorizationRequestRepository<OAuth2AuthorizationRequest> pending)
            throws Exception {
        return http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers(request -> OpenPaths.isOpen(request.getRequestURI()))
                        .permitAll()
                        .requestMatchers(BearerTokens::isPresent)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new CrossSite(settings.publicUrl().toString(), answers), LogoutFilter.class)
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(new SecurityHeaders(settings.https())))
                .requestCache(cache -> cache.requestCache(links))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(outcomes))
                .oauth2Login(login -> login.loginPage("/connexion")
                        .authorizationEndpoint(endpoint ->
                                endpoint.authorizationRequestResolver(requests).authorizationRequestRepository(pending))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(persons))
                        .successHandler(outcomes)
                        .failureHandler(outcomes))
                .oidcLogout(logout -> logout.oidcSessionRegistry(sessions).backChannel(Customizer.withDefaults()))
                .logout(
                        logout -> // By POST alone, which CrossSite watches: a foreign link must not sign anybody out.
                        logout.logoutRequestMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/logout"))
                                .logoutSuccessHandler(signedOut))
                .build();
    }

    @Bean
    LogoutSuccessHandler signedOut(ClientRegistrationRepository registrations, SignInSettings settings) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri(settings.publicUrl() + "/deconnecte");
        handler.setDefaultTargetUrl("/deconnecte");
        return handler;
    }
}
