package fr.plisante.notification.mail;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Who the mails come from: {@code domain} stands in Message-ID and List-Id, {@code from} is the address nobody reads. */
@Validated
@ConfigurationProperties("plisante.mail")
record MailSettings(
        @NotBlank String domain,
        @NotBlank String from,
        @NotBlank String fromName,
        @NotBlank String publicUrl) {}
