package fr.plisante.mailbox.mailbox;

import java.util.Arrays;

/** Whose a mailbox is (ANS nomenclature TRE_R257, and MED for those without a national identifier). */
public enum MailboxKind {
    /** A professional with a national identifier. */
    PER,
    /** A person of a structure without one; its address is never published. */
    MED,
    /** An organisation; its members read it. */
    ORG,
    /** Written by a newer version of this service. */
    UNKNOWN;

    static MailboxKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
