package fr.plisante.notification.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridDecrypt;
import fr.plisante.starter.store.Keysets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Opens codes that auth-service has sealed for us; the sign-in they belong to is part of the seal. */
@Component
class SealedCodes {

    private final HybridDecrypt key;

    SealedCodes(CodeSettings settings) {
        key = Keysets.read(settings.privateKeysetFile(), HybridDecrypt.class);
    }

    String open(String sealed, String signInId) throws GeneralSecurityException {
        return new String(key.decrypt(Base64.getDecoder().decode(sealed), signInId.getBytes(UTF_8)), UTF_8);
    }
}
