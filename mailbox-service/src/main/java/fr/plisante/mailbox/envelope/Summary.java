package fr.plisante.mailbox.envelope;

import fr.plisante.mailbox.mime.MimeLetter.Person;
import java.util.List;

/** What a list shows of a letter; sealed in the envelope and, byte for byte, in each entry. */
public record Summary(Person from, List<Person> to, String object, String preview) {}
