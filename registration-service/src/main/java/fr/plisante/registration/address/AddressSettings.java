package fr.plisante.registration.address;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The domain all addresses of this operator end with. */
@Validated
@ConfigurationProperties("plisante.address")
record AddressSettings(
        @Pattern(regexp = "[a-z0-9-]+(\\.[a-z0-9-]+)+") String operatorDomain) {}
