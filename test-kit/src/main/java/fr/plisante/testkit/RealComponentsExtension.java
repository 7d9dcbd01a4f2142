package fr.plisante.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the components before the first annotated class of the JVM, and says where they and the keysets are. */
final class RealComponentsExtension implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        TestComponents.start();
        System.setProperty("PLISANTE_KEYCLOAK_URL", Realm.url());
        System.setProperty("PLISANTE_ISSUER", Realm.ISSUER);
        var keys = TestKeys.ofThisJvm().files();
        System.setProperty("PLISANTE_KEYSET_FILE", keys.keyset().toString());
        System.setProperty("PLISANTE_SESSION_KEY_FILE", keys.sessionKey().toString());
        System.setProperty("PLISANTE_CODE_MAC_KEYSET_FILE", keys.codeMacKeyset().toString());
        System.setProperty(
                "PLISANTE_CODE_PUBLIC_KEYSET_FILE", keys.codePublicKeyset().toString());
        System.setProperty(
                "PLISANTE_CODE_PRIVATE_KEYSET_FILE", keys.codePrivateKeyset().toString());
    }
}
