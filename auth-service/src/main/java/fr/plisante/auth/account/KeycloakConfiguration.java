package fr.plisante.auth.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The way to Keycloak; where it is and how long it may take stand in the settings of its group. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "keycloak", types = KeycloakClient.class)
class KeycloakConfiguration {}
