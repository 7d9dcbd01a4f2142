package fr.plisante.directory.search;

import fr.plisante.events.directory.DirectoryEntryChanged;
import fr.plisante.starter.web.Refusal;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds whom one can write to. */
@RestController
@RequestMapping("/api/directory/entries")
class EntryController {

    private static final int MOST = 50;

    private final CurrentIndex index;

    EntryController(CurrentIndex index) {
        this.index = index;
    }

    /** What was found; {@code more} says that one should ask more precisely. */
    record Found(List<Shown> entries, boolean more) {}

    /** An entry as everyone may see it. */
    record Shown(
            UUID entryId,
            String kind,
            String address,
            String name,
            @Nullable String givenName,
            @Nullable String civility,
            @Nullable String profession,
            @Nullable String speciality,
            @Nullable String structure,
            @Nullable String service,
            @Nullable String city,
            @Nullable String postalCode,
            boolean dematerialised) {

        static Shown from(DirectoryEntryChanged entry) {
            return new Shown(
                    entry.entryId(),
                    entry.kind(),
                    entry.address(),
                    entry.name(),
                    entry.givenName(),
                    entry.civility(),
                    entry.professional().profession(),
                    entry.professional().speciality(),
                    entry.workplace().structure(),
                    entry.workplace().service(),
                    entry.workplace().city(),
                    entry.workplace().postalCode(),
                    entry.dematerialised());
        }
    }

    @GetMapping
    Found search(Wanted wanted) throws IOException {
        if (!wanted.saysEnough()) {
            throw new QueryTooShort();
        }
        var found = index.get().search(Ranking.of(wanted), IndexedEntry.ORDER, MOST + 1);
        return new Found(found.stream().limit(MOST).map(Shown::from).toList(), found.size() > MOST);
    }

    @GetMapping("/{entryId}")
    Shown entry(@PathVariable UUID entryId) throws IOException {
        return index.get().find(entryId).stream().findFirst().map(Shown::from).orElseThrow(EntryNotFound::new);
    }

    /** The entries of up to 50 addresses at once, for the people of a letter; who has none is left out. */
    @GetMapping("/by-address")
    List<Shown> byAddress(@RequestParam @Size(min = 1, max = MOST) List<String> address) throws IOException {
        return index.get().withAddresses(address).stream().map(Shown::from).toList();
    }

    /** Fewer than three letters would find half the region. */
    static class QueryTooShort extends Refusal {

        private static final long serialVersionUID = 1L;

        QueryTooShort() {
            super(HttpStatus.BAD_REQUEST, "query-too-short");
        }
    }

    /** No such entry, or one on the red list. */
    static class EntryNotFound extends Refusal {

        private static final long serialVersionUID = 1L;

        EntryNotFound() {
            super(HttpStatus.NOT_FOUND, "entry-not-found");
        }
    }
}
