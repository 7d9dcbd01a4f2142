package fr.plisante.webmail.compose;

import fr.plisante.webmail.client.ServiceRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a message was refused: each sentence beside the field it is about.
 *
 * @param sentence what is said above the form; null when the fields say all of it
 * @param beside the sentences of each field, by the name of its input
 * @param changedElsewhere whether another tab or person saved the draft meanwhile
 */
record FormErrors(@Nullable String sentence, Map<String, List<String>> beside, boolean changedElsewhere) {

    static final FormErrors NONE = new FormErrors(null, Map.of(), false);

    private static final Pattern FIELD = Pattern.compile("(\\w+)(?:\\[(\\d+)])?.*");

    /** The input for each field of mailbox-service's API; the page tells it to its modules. */
    private static final Map<String, String> INPUTS = Map.of(
            "to", "a", "cc", "cc", "subject", "objet", "html", "texte", "uploads", "fichiers", "name", "fichiers");

    static FormErrors of(ServiceRefused refused, ComposeForm form) {
        var beside = new LinkedHashMap<String, List<String>>();
        var above = new ArrayList<String>();
        for (var error : refused.fields()) {
            var field = FIELD.matcher(error.field());
            var input = field.matches() ? INPUTS.get(field.group(1)) : null;
            if (input == null) {
                above.add(error.message());
            } else {
                var address = address(form, input, field.group(2));
                beside.computeIfAbsent(input, none -> new ArrayList<>())
                        .add(address.isEmpty() ? error.message() : address + " – " + error.message());
            }
        }
        if (refused.code().startsWith("upload-") && beside.isEmpty()) {
            beside.put("fichiers", List.of(refused.sentence()));
        }
        if (beside.values().stream().noneMatch(sentences -> sentences.contains(refused.sentence()))) {
            above.addFirst(refused.sentence());
        }
        return new FormErrors(
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

    /** The fields of the API that an input stands for, for the page's modules. */
    public String fields(String input) {
        return INPUTS.entrySet().stream()
                .filter(known -> known.getValue().equals(input))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** The address that a sentence is about, as it was typed. */
    private static String address(ComposeForm form, String input, @Nullable String index) {
        var typed = input.equals("a") ? form.to() : input.equals("cc") ? form.cc() : "";
        var addresses = ComposeForm.addresses(typed);
        var at = index == null || index.length() > 3 ? -1 : Integer.parseInt(index);
        return at < 0 || at >= addresses.size() ? "" : addresses.get(at);
    }
}
