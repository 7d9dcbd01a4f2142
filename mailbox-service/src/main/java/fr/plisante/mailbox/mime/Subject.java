package fr.plisante.mailbox.mime;

import fr.plisante.starter.text.TextLine;
import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The rule for the subject of a message. */
public final class Subject {

    /** The most characters a subject may have. */
    public static final int LONGEST = 500;

    private Subject() {}

    /** Refuses a subject that is not one line of at most {@link #LONGEST} characters. */
    public static void require(String subject) {
        if (!TextLine.fits(subject, LONGEST)) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "subject-invalid").about("subject");
        }
    }
}
