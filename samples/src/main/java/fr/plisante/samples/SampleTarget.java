package fr.plisante.samples;

import java.net.URI;
import java.nio.file.Path;

/**
 * The platform that gets the samples.
 *
 * @param publicUrl the origin of the gateway
 * @param keycloakUrl Keycloak reached directly, path {@code /auth} included
 * @param adminName Keycloak's administrator, who sets the samples' passwords
 * @param bootstrapSecret secret of the client {@code bootstrap}, which may make the first administrators
 * @param sinkUrl page of the SMTP sink, where the sign-in codes are read
 * @param data folder of the platform's data, where it is noted that the samples are there
 */
public record SampleTarget(
        URI publicUrl,
        URI keycloakUrl,
        String adminName,
        String adminPassword,
        String bootstrapSecret,
        URI sinkUrl,
        Path data) {

    public SignIn signIn() {
        return new SignIn(publicUrl, sinkUrl);
    }

    public Path marker() {
        return data.resolve("samples.properties");
    }
}
