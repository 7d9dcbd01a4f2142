package fr.plisante.mailbox.envelope;

import fr.plisante.mailbox.mime.MimeLetter.Person;
import fr.plisante.mailbox.mime.MimePart;
import java.util.List;

/** The parsed headers and parts of a letter; sealed in the envelope. */
public record Content(
        Person from, List<Person> to, List<Person> cc, String object, List<String> references, List<MimePart> parts) {}
