package fr.plisante.webmail.list;

import fr.plisante.webmail.client.Draft;
import fr.plisante.webmail.client.EntryPage;
import fr.plisante.webmail.client.MailboxClient;
import fr.plisante.webmail.layout.Place;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** A page's worth of a list. */
@Component
public final class FindLetters {

    private static final int PAGE = 50;
    private static final Pattern NEXT = Pattern.compile("[?&]before=([^&>]+)>;\\s*rel=\"next\"");

    private final MailboxClient mailboxes;

    FindLetters(MailboxClient mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** The letters of a place, from the newest or from where the last page ended. */
    public EntryPage in(UUID mailbox, Place place, @Nullable String before) {
        return mailboxes.entries(mailbox, place.folder(), before, PAGE);
    }

    /** A stretch of the drafts, and where the following one begins (RFC 8288, {@code rel="next"}). */
    record DraftPage(List<Draft> drafts, @Nullable String next) {}

    DraftPage drafts(UUID mailbox, @Nullable String before) {
        var answer = mailboxes.drafts(mailbox, before);
        var next = NEXT.matcher(Objects.requireNonNullElse(answer.getHeaders().getFirst(HttpHeaders.LINK), ""));
        return new DraftPage(
                Objects.requireNonNullElse(answer.getBody(), List.of()), next.find() ? next.group(1) : null);
    }
}
