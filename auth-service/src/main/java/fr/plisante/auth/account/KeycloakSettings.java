package fr.plisante.auth.account;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where Keycloak is, and how patient we are with it. */
@Validated
@ConfigurationProperties("plisante.keycloak")
record KeycloakSettings(@NotNull URI url, @NotNull Duration timeout) {}
