package fr.plisante.registration.text;

import fr.plisante.starter.text.TextLine;
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
        return text == null || TextLine.fits(text, max);
    }
}
