package fr.plisante.webmail.compose;

import fr.plisante.webmail.client.Draft;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the form holds, as typed. */
record ComposeForm(String a, String cc, String objet, String texte, long version) {

    /** What a browser does not send was left empty. */
    @SuppressWarnings("ConstantValue") // Parameters may be missing.
    ComposeForm {
        a = a == null ? "" : a;
        cc = cc == null ? "" : cc;
        objet = objet == null ? "" : objet;
        texte = texte == null ? "" : texte;
    }

    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");

    /** « Nom &lt;adresse&gt; », as other mail programs copy it. */
    private static final Pattern NAMED = Pattern.compile("[^,;<>\\n]*<([^<>]*)>");

    static ComposeForm of(Draft draft) {
        return new ComposeForm(
                String.join(", ", draft.to()),
                String.join(", ", draft.cc()),
                draft.object(),
                DraftText.of(draft.html()),
                draft.version());
    }

    List<String> to() {
        return addresses(a);
    }

    List<String> copies() {
        return addresses(cc);
    }

    private static List<String> addresses(String typed) {
        return Arrays.stream(BETWEEN.split(NAMED.matcher(typed).replaceAll(" $1 ")))
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }
}
