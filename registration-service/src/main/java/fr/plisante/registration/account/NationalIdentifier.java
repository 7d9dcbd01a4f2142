package fr.plisante.registration.account;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.regex.Pattern;

/** The national identifier of a professional, as it is on the card. */
record NationalIdentifier(@NotNull Type type, @NotNull String value) {

    /** Who gave it; ADELI is being replaced by RPPS. */
    enum Type {
        RPPS("8"),
        ADELI("0");

        private final String prefix;

        Type(String prefix) {
            this.prefix = prefix;
        }
    }

    /** How strictly it is checked: test identifiers of the national sandbox break the rules of real ones. */
    enum Check {
        STRICT,
        LENIENT
    }

    private static final Pattern RPPS = Pattern.compile("[0-9]{11}");
    private static final Pattern ADELI = Pattern.compile("([0-9]{2}|2[AB])[0-9]{7}");
    private static final Pattern SANDBOX = Pattern.compile("[0-9A-Z]{8,20}");

    /** Whether both parts are there; JSON may leave one out. */
    boolean isComplete() {
        return Objects.nonNull(type) && Objects.nonNull(value);
    }

    boolean passes(Check check) {
        return switch (check) {
            case LENIENT -> SANDBOX.matcher(value).matches();
            case STRICT ->
                switch (type) {
                    case RPPS -> RPPS.matcher(value).matches() && luhn(value);
                    case ADELI -> ADELI.matcher(value).matches();
                };
        };
    }

    /** IdNat_PS: the type's digit, then the value. */
    String idNat() {
        return type.prefix + value;
    }

    private static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
