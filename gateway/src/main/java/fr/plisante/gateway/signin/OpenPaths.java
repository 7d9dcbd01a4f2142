package fr.plisante.gateway.signin;

import java.util.List;
import java.util.Set;

/** What anyone may see before signing in. */
final class OpenPaths {

    private static final List<String> STATIC = List.of("/assets/", "/connexion/");
    private static final Set<String> PAGES = Set.of("/connexion", "/deconnecte", "/error");

    private OpenPaths() {}

    static boolean isStatic(String path) {
        return STATIC.stream().anyMatch(path::startsWith);
    }

    static boolean isOpen(String path) {
        return isStatic(path) || PAGES.contains(path);
    }
}
