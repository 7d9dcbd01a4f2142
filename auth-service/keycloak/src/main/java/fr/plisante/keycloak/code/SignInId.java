package fr.plisante.keycloak.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Names one sign-in: the same after a refresh or Back, another one for another tab, browser or person. Hashed, because
 * the identifiers of the browser's session are secrets that leave Keycloak for nobody.
 */
final class SignInId {

    private SignInId() {}

    static String of(AuthenticationSessionModel tab, UserModel user) {
        return of(tab.getParentSession().getId(), tab.getTabId(), user.getId());
    }

    static String of(String rootSession, String tab, String user) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest((rootSession + '\n' + tab + '\n' + user).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
