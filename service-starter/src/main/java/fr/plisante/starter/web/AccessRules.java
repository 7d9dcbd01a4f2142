package fr.plisante.starter.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** What a service opens beyond the rule that everything needs a person who signed in strongly. */
@FunctionalInterface
public interface AccessRules {

    /** Adds rules that are asked before the common one. */
    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
