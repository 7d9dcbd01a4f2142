package fr.plisante.registration.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link OneLine}; an absent text passes. */
class OneLineRule implements ConstraintValidator<OneLine, String> {

    private int max;

    @Override
    public void initialize(OneLine annotation) {
        max = annotation.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null
                || (text.codePointCount(0, text.length()) <= max
                        && text.codePoints().noneMatch(OneLineRule::breaksLine));
    }

    private static boolean breaksLine(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
