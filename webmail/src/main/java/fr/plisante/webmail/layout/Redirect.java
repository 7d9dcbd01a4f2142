package fr.plisante.webmail.layout;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends the browser on after a change, so that Back and reload never repeat it. */
public final class Redirect {

    private Redirect() {}

    /** To an address of ours. */
    public static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** To a list, which then says what was done. */
    public static ResponseEntity<Void> to(UUID mailbox, Place place, String notice, int count, List<String> undo) {
        return to(UriComponentsBuilder.fromPath(place.in(mailbox))
                .queryParam("avis", notice)
                .queryParam("n", count)
                .queryParam("choix", undo.toArray())
                .build()
                .encode()
                .toUriString());
    }
}
