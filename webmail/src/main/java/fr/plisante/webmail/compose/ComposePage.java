package fr.plisante.webmail.compose;

import fr.plisante.webmail.client.Draft;
import fr.plisante.webmail.client.MailboxClient.Limits;
import fr.plisante.webmail.directory.Results;
import fr.plisante.webmail.layout.Layout;
import fr.plisante.webmail.layout.Page;

/**
 * A draft being written, with the directory to pick people from: {@code compose.html}.
 *
 * @param form what stands in the fields; after a refusal what was typed, not what was saved
 * @param errors what was refused
 * @param limits what a message may be
 */
record ComposePage(Layout layout, Draft draft, ComposeForm form, FormErrors errors, Limits limits) implements Page {

    /** The directory before anything was looked for. */
    public Results results() {
        return Results.none(layout.box().mailboxId());
    }
}
