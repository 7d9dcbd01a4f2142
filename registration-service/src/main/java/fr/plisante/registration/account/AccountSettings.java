package fr.plisante.registration.account;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How strictly accounts are checked. */
@Validated
@ConfigurationProperties("plisante.account")
record AccountSettings(@NotNull NationalIdentifier.Check identifierCheck) {}
