package fr.plisante.mailbox;

import fr.plisante.mailbox.draft.Drafts;
import fr.plisante.mailbox.entry.Entries;
import fr.plisante.mailbox.envelope.Envelopes;
import fr.plisante.mailbox.mailbox.Mailboxes;
import fr.plisante.mailbox.number.Numbers;
import fr.plisante.testkit.ServiceRules;
import java.util.Set;

class ArchitectureTests implements ServiceRules {

    @Override
    public Set<Class<?>> faces() {
        return Set.of(Drafts.class, Mailboxes.class, Envelopes.class, Entries.class, Numbers.class);
    }
}
