package fr.plisante.journeys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/** What somebody makes of a real token who has none of the realm's keys. */
final class ForgedTokens {

    private ForgedTokens() {}

    static List<String> from(String real) {
        var parts = real.split("\\.");
        var head = parts[0];
        var claims = parts[1];
        var altered = encoded(decoded(claims).replace("\"acr\":\"1\"", "\"acr\":\"2\""));
        return List.of(
                "garbage",
                head + "." + claims + "." + signature(head + "." + claims),
                head + "." + altered + "." + parts[2],
                encoded("{\"alg\":\"none\"}") + "." + altered + ".");
    }

    /** A right signature, but by a key that is nobody's. */
    private static String signature(String text) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(generator.generateKeyPair().getPrivate());
            signing.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
