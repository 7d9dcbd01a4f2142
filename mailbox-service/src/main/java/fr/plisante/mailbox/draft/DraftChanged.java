package fr.plisante.mailbox.draft;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** The draft was saved elsewhere since the caller read it; the answer brings what it holds now. */
class DraftChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    DraftChanged(OpenDraft current) {
        super(HttpStatus.CONFLICT, "draft-changed");
        with("current", DraftView.of(current));
    }
}
