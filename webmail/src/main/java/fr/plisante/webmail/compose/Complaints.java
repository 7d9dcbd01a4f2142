package fr.plisante.webmail.compose;

import fr.plisante.webmail.client.ServiceRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a letter was refused: each sentence beside the field it is about.
 *
 * @param sentence what is said above the form; null when the fields say all of it
 * @param beside the sentences of each field, by the name of its input
 */
record Complaints(@Nullable String sentence, Map<String, List<String>> beside, boolean changedElsewhere) {

    static final Complaints NONE = new Complaints(null, Map.of(), false);

    private static final Pattern PLACE = Pattern.compile("(\\w+)(?:\\[(\\d+)])?.*");
    private static final Map<String, String> INPUTS = Map.of(
            "to", "a", "cc", "cc", "object", "objet", "html", "texte", "uploads", "fichiers", "name", "fichiers");

    static Complaints of(ServiceRefused refused, ComposeForm form) {
        var beside = new LinkedHashMap<String, List<String>>();
        var above = new ArrayList<String>();
        for (var field : refused.fields()) {
            var place = PLACE.matcher(field.field());
            var input = place.matches() ? INPUTS.get(place.group(1)) : null;
            if (input == null) {
                above.add(field.message());
            } else {
                var person = person(form, input, place.group(2));
                beside.computeIfAbsent(input, unsaid -> new ArrayList<>())
                        .add(person.isEmpty() ? field.message() : person + " – " + field.message());
            }
        }
        if (refused.code().startsWith("upload-") && beside.isEmpty()) {
            beside.put("fichiers", List.of(refused.sentence()));
        }
        var said = beside.values().stream().anyMatch(sentences -> sentences.contains(refused.sentence()));
        if (!said) {
            above.addFirst(refused.sentence());
        }
        return new Complaints(
                above.isEmpty() ? null : String.join(" ", above),
                beside,
                refused.code().equals("draft-changed"));
    }

    /** Whether anything was refused. */
    public boolean any() {
        return sentence != null || !beside.isEmpty();
    }

    /** What is said beside an input. */
    public List<String> beside(String input) {
        return beside.getOrDefault(input, List.of());
    }

    /** The address that a sentence is about, as it was typed. */
    private static String person(ComposeForm form, String input, @Nullable String index) {
        var typed = input.equals("a") ? form.to() : input.equals("cc") ? form.copies() : List.<String>of();
        var at = index == null || index.length() > 3 ? -1 : Integer.parseInt(index);
        return at < 0 || at >= typed.size() ? "" : typed.get(at);
    }
}
