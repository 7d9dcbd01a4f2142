package fr.plisante.mailbox.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is typed in a draft; addresses may be half typed. It is stored as sealed JSON: what is absent there is empty. */
public record DraftText(List<String> to, List<String> cc, String subject, String html) {

    /** Nothing typed yet. */
    public static final DraftText EMPTY = new DraftText(List.of(), List.of(), "", "");

    public DraftText(
            @Nullable List<String> to, @Nullable List<String> cc, @Nullable String subject, @Nullable String html) {
        this.to = to == null ? List.of() : List.copyOf(to);
        this.cc = cc == null ? List.of() : List.copyOf(cc);
        this.subject = subject == null ? "" : subject;
        this.html = html == null ? "" : html;
    }
}
