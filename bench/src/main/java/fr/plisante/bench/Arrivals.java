package fr.plisante.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of accepted messages: each stands once in its sender's Sent and once in each recipient's inbox, and each
 * recipient was noticed once.
 *
 * @param lost entries that are missing
 * @param doubled entries that are there twice or more
 * @param sameMessageId second mails with the Message-ID of the first
 */
record Arrivals(int lost, int doubled, int unnoticed, int noticedTwice, int sameMessageId) {

    /** A message that was accepted; its subject is its own. */
    record Message(UUID envelopeId, String subject, Correspondent from, List<Correspondent> to) {}

    static Arrivals count(URI door, Relayed relayed, Collection<Message> messages) {
        var folders = new HashMap<String, Map<String, Integer>>();
        int lost = 0;
        int doubled = 0;
        int unnoticed = 0;
        int noticedTwice = 0;
        int sameMessageId = 0;
        for (var message : messages) {
            var places = new ArrayList<Integer>();
            places.add(count(folders, door, message.from(), "sent", message));
            message.to().forEach(to -> places.add(count(folders, door, to, "inbox", message)));
            lost += (int) places.stream().filter(count -> count == 0).count();
            doubled += (int) places.stream().filter(count -> count > 1).count();
            for (var to : message.to()) {
                var mails = relayed.byMessageId(message.envelopeId(), to.mailboxId());
                unnoticed += mails.isEmpty() ? 1 : 0;
                noticedTwice += mails.size() > 1 ? 1 : 0;
                sameMessageId +=
                        mails.values().stream().mapToInt(count -> count - 1).sum();
            }
        }
        return new Arrivals(lost, doubled, unnoticed, noticedTwice, sameMessageId);
    }

    /** All that may never be; a second mail with the same Message-ID may, after a kill. */
    int faults() {
        return lost + doubled + unnoticed + noticedTwice;
    }

    private static int count(
            Map<String, Map<String, Integer>> folders, URI door, Correspondent person, String folder, Message message) {
        return folders.computeIfAbsent(person.mailboxId() + folder, _ -> subjects(door, person, folder))
                .getOrDefault(message.subject(), 0);
    }

    private static Map<String, Integer> subjects(URI door, Correspondent person, String folder) {
        var subjects = new HashMap<String, Integer>();
        person.entries(door, folder)
                .forEach(entry -> subjects.merge(entry.get("subject").asString(), 1, Integer::sum));
        return subjects;
    }
}
