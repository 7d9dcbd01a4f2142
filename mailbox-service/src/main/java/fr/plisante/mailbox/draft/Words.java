package fr.plisante.mailbox.draft;

import java.util.List;

/** What is typed in a draft; addresses may be half typed. */
record Words(List<String> to, List<String> cc, String object, String html) {

    static final Words NONE = new Words(List.of(), List.of(), "", "");

    Words {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }
}
