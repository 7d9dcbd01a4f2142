package fr.plisante.mailbox;

import fr.plisante.testkit.HouseRules;
import fr.plisante.mailbox.box.Mailboxes;
import fr.plisante.mailbox.entry.Entries;
import fr.plisante.mailbox.entry.Numbers;
import fr.plisante.mailbox.envelope.Envelopes;
import java.util.Set;

class ArchitectureTests implements HouseRules {

    @Override
    public Set<Class<?>> faces() {
        return Set.of(Mailboxes.class, Envelopes.class, Entries.class, Numbers.class);
    }
}
