package fr.plisante.webmail.compose;

import fr.plisante.webmail.client.Draft;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.BindParam;

/** What the form holds, as typed. */
record ComposeForm(
        @BindParam("a") String to,
        @BindParam("cc") String cc,
        @BindParam("objet") String subject,
        @BindParam("texte") String text,
        @BindParam("version") long version) {

    /** What a browser does not send was left empty. */
    @SuppressWarnings("ConstantValue") // Parameters may be missing.
    ComposeForm {
        to = to == null ? "" : to;
        cc = cc == null ? "" : cc;
        subject = subject == null ? "" : subject;
        text = text == null ? "" : text;
    }

    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");

    /** « Nom &lt;adresse&gt; », as other mail programs copy it. */
    private static final Pattern NAMED = Pattern.compile("[^,;<>\\n]*<([^<>]*)>");

    static ComposeForm of(Draft draft) {
        return new ComposeForm(
                String.join(", ", draft.to()),
                String.join(", ", draft.cc()),
                draft.subject(),
                PlainText.of(draft.html()),
                draft.version());
    }

    /** The same text, on top of another version of the draft. */
    ComposeForm at(long newVersion) {
        return new ComposeForm(to, cc, subject, text, newVersion);
    }

    /** What is saved of it, over a draft as it was before. */
    Draft.Text over(Draft before) {
        return new Draft.Text(
                version, addresses(to), addresses(cc), subject.strip(), PlainText.toHtml(text, before.html()));
    }

    /** The addresses in a text, as {@code people.js} takes them from a field too. */
    static List<String> addresses(String typed) {
        return Arrays.stream(BETWEEN.split(NAMED.matcher(typed).replaceAll(" $1 ")))
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }
}
