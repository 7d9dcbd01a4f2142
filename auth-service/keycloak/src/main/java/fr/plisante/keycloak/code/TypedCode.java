package fr.plisante.keycloak.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person typed or pasted into the code field: six digits, whatever stands between them. */
final class TypedCode {

    private TypedCode() {}

    /** Empty when it cannot be a code, so that a slip of the finger costs no try. */
    static Optional<String> read(@Nullable String typed) {
        if (typed == null || typed.length() > 64) {
            return Optional.empty();
        }
        var digits = typed.replaceAll("[\\s\\p{Z}.\\-]", "");
        return digits.matches("[0-9]{6}") ? Optional.of(digits) : Optional.empty();
    }
}
