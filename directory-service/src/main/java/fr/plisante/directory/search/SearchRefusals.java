package fr.plisante.directory.search;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Why a search or an entry is not answered. */
final class SearchRefusals {

    private SearchRefusals() {}

    /** Fewer than three letters would find half the region. */
    static Refusal queryTooShort() {
        return new Refusal(HttpStatus.BAD_REQUEST, "query-too-short");
    }

    /** The directory is being read; a moment later it is there. */
    static Refusal notReady() {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "directory-not-ready").header(HttpHeaders.RETRY_AFTER, "5");
    }

    /** No such entry, or one on the red list. */
    static Refusal entryNotFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "entry-not-found");
    }
}
