package fr.plisante.mailbox.delivery;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How many entries are written at once, about. */
@Validated
@ConfigurationProperties("plisante.delivery")
record DeliverySettings(@Min(1) int slice) {}
