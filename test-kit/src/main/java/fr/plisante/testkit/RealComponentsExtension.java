package fr.plisante.testkit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the components before the first annotated class of the JVM. */
final class RealComponentsExtension implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        TestComponents.start();
    }
}
