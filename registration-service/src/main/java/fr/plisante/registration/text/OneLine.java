package fr.plisante.registration.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of one line: any script, emoji too, but no line end and no control character (they would forge mail headers). */
@Documented
@Constraint(validatedBy = OneLineRule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {

    /** Most characters, as people count them (code points). */
    int max() default 120;

    String message() default "{text.one-line}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
