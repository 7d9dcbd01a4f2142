package fr.plisante.webmail.client;

import java.util.List;
import java.util.UUID;

/**
 * A mailbox the person may open.
 *
 * @param kind PER, MED, ORG or APP
 * @param own whether it is the person's own rather than shared
 * @param folders only when asked for one mailbox
 */
public record Mailbox(
        UUID mailboxId, String kind, String address, String name, boolean own, int unread, List<Folder> folders) {

    @SuppressWarnings("ConstantValue") // The list of mailboxes leaves it out.
    public Mailbox {
        folders = folders == null ? List.of() : List.copyOf(folders);
    }

    /** Whether letters are written in the name of a team. */
    public boolean shared() {
        return !own || "ORG".equals(kind);
    }

    /** How many letters of a folder are unread. */
    public int unreadIn(String folder) {
        return folders.stream()
                .filter(f -> f.folder().equals(folder))
                .mapToInt(Folder::unread)
                .sum();
    }

    /** How many letters a folder holds. */
    public int totalIn(String folder) {
        return folders.stream()
                .filter(f -> f.folder().equals(folder))
                .mapToInt(Folder::total)
                .sum();
    }

    /** One folder's numbers. */
    public record Folder(String folder, int total, int unread) {}
}
