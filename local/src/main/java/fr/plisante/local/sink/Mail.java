package fr.plisante.local.sink;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What is known of a captured mail without opening it. */
record Mail(long seq, Instant at, String from, List<String> to, String messageId, String subject) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Europe/Paris"));

    /** When it came, as the page writes it. */
    String time() {
        return TIME.format(at);
    }

    /** Whom it is for, as the page writes them. */
    String recipients() {
        return String.join(", ", to);
    }

    Mail with(long number, String itsMessageId, String itsSubject) {
        return new Mail(number, at, from, to, itsMessageId, itsSubject);
    }

    boolean isFor(String address) {
        var wanted = address.toLowerCase(Locale.ROOT);
        return to.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(wanted));
    }

    boolean mentions(String partOfAddress) {
        var wanted = partOfAddress.toLowerCase(Locale.ROOT);
        return to.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
