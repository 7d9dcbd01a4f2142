package fr.plisante.webmail.layout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The places of a mailbox, as they stand in addresses and in the left column. */
public enum Place {
    RECEPTION("inbox", "inbox"),
    ENVOYES("sent", "send"),
    BROUILLONS("drafts", "file-pen"),
    CORBEILLE("bin", "trash-2");

    private final String folder;
    private final String icon;

    Place(String folder, String icon) {
        this.folder = folder;
        this.icon = icon;
    }

    /** Its word in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name at mailbox-service. */
    public String folder() {
        return folder;
    }

    /** Its picture. */
    public String icon() {
        return icon;
    }

    /** The place an address names. */
    public static Optional<Place> at(String path) {
        return Arrays.stream(values())
                .filter(place -> place.path().equals(path))
                .findFirst();
    }

    /** The place that shows a folder. */
    public static Place of(String folder) {
        return Arrays.stream(values())
                .filter(place -> place.folder().equals(folder))
                .findFirst()
                .orElse(RECEPTION);
    }
}
