package fr.plisante.starter.web;

import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** What a service opens beyond the rule that everything needs a person who signed in strongly. */
@FunctionalInterface
public interface AccessRules {

    /** Adds rules that are asked before the common one. */
    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

    /** A person who signed in strongly and holds this role. */
    static AuthorizationManager<RequestAuthorizationContext> strongWithRole(String role) {
        return AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasAuthority(Authorities.STRONG),
                AuthorityAuthorizationManager.hasRole(role));
    }
}
