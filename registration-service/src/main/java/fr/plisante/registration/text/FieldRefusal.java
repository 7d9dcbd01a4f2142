package fr.plisante.registration.text;

import fr.plisante.starter.web.FieldError;
import fr.plisante.starter.web.Refusal;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;

/** A refusal that only the store could find, told beside its field like those found in the form itself. */
public class FieldRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("this-escape") // with() is final and touches nothing of a subclass
    protected FieldRefusal(MessageSource messages, HttpStatus status, String code, String field) {
        super(status, code);
        var sentence = messages.getMessage("problem." + code + ".detail", null, LocaleContextHolder.getLocale());
        with("errors", List.of(new FieldError(field, sentence)));
    }
}
