package fr.plisante.webmail.layout;

import java.util.Arrays;
import java.util.UUID;

/** The places of a mailbox, as they stand in addresses and in the left column. */
public enum Place {
    INBOX("reception", "inbox", "inbox"),
    SENT("envoyes", "sent", "send"),
    DRAFTS("brouillons", "drafts", "file-pen"),
    TRASH("corbeille", "trash", "trash-2");

    private final String path;
    private final String folder;
    private final String icon;

    Place(String path, String folder, String icon) {
        this.path = path;
        this.folder = folder;
        this.icon = icon;
    }

    /** Its word in addresses. */
    public String path() {
        return path;
    }

    /** The address of a mailbox's page of it. */
    public String in(UUID mailbox) {
        return "/boites/" + mailbox + "/" + path;
    }

    /** Its name at mailbox-service. */
    public String folder() {
        return folder;
    }

    /** Its picture. */
    public String icon() {
        return icon;
    }

    /** The place an address names; where there is none, there is no page. */
    public static Place at(String path) {
        return Arrays.stream(values())
                .filter(place -> place.path.equals(path))
                .findFirst()
                .orElseThrow(PageNotFound::new);
    }

    /** The place that shows a folder. */
    public static Place of(String folder) {
        return Arrays.stream(values())
                .filter(place -> place.folder.equals(folder))
                .findFirst()
                .orElse(INBOX);
    }
}
