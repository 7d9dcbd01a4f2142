package fr.plisante.auth.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.Mac;
import fr.plisante.starter.store.Keysets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Draws codes, seals them for the mail and keeps only a MAC of them. A plain hash of six digits is guessed in no time;
 * the MAC's key is not in the store. It covers the sign-in and the number of the code, so it fits nowhere else.
 */
@Component
class OneTimeCodes {

    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Mac mac;
    private final HybridEncrypt seal;

    OneTimeCodes(CodeSettings settings) {
        mac = Keysets.read(settings.macKeysetFile(), Mac.class);
        seal = Keysets.readPublic(settings.publicKeysetFile(), HybridEncrypt.class);
    }

    String draw() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
    }

    /** The code as it is stored. */
    String mac(String signInId, int number, String code) {
        try {
            return Base64.getEncoder().encodeToString(mac.computeMac(bound(signInId, number, code)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in constant time. */
    boolean matches(String stored, String signInId, int number, String code) {
        try {
            mac.verifyMac(Base64.getDecoder().decode(stored), bound(signInId, number, code));
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** The code as it travels to notification-service. */
    String seal(String signInId, String code) {
        try {
            return Base64.getEncoder().encodeToString(seal.encrypt(code.getBytes(UTF_8), signInId.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bound(String signInId, int number, String code) {
        return (signInId + '\n' + number + '\n' + code).getBytes(UTF_8);
    }
}
