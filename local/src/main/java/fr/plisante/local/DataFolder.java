package fr.plisante.local;

import fr.plisante.local.component.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a data folder must fit before anything is started on it. */
record DataFolder(Path path) {

    /** The form of what is stored; another one only when documents or events of before cannot be read any more. */
    private static final String FORM = "2026-11";

    /**
     * Notes the form of the data and the ports in a new folder, and refuses one that does not fit: Keycloak's realm holds
     * the public address, so a folder keeps the ports it was made with.
     */
    void require(int portBase) {
        try {
            var ports = path.resolve("port-base");
            var form = path.resolve("form");
            if (!Files.exists(ports)) {
                Files.writeString(form, FORM);
                Files.writeString(ports, Integer.toString(portBase));
                return;
            }
            if (!Files.exists(form) || !Files.readString(form).strip().equals(FORM)) {
                throw new StartFailed("The data in " + path + " is of an older state of Plisanté, which this one does"
                        + " not read: ./plisante reset deletes it, and ./plisante up begins anew.");
            }
            var made = Files.readString(ports).strip();
            if (!made.equals(Integer.toString(portBase))) {
                throw new StartFailed("The data in " + path + " was made with PLISANTE_PORT_BASE=" + made
                        + ": use that again, or another folder (PLISANTE_DATA), or delete the data with"
                        + " ./plisante reset.");
            }
        } catch (IOException e) {
            throw new StartFailed("The data folder " + path + " cannot be used: " + e.getMessage(), e);
        }
    }
}
