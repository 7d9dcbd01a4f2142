package fr.plisante.webmail.mail;

import fr.plisante.webmail.client.Draft;
import fr.plisante.webmail.layout.Layout;
import fr.plisante.webmail.layout.Page;
import fr.plisante.webmail.layout.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is being written: {@code drafts.html}.
 *
 * @param drafts a page of them
 * @param next where the following ones begin, if there are any
 * @param older whether newer ones come before these
 * @param notices what has just been done
 */
record DraftsPage(
        Layout layout, List<Draft> drafts, @Nullable String next, boolean older, List<Notice> notices) implements Page {

    public Place place() {
        return Place.DRAFTS;
    }
}
