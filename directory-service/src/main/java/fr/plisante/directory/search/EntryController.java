package fr.plisante.directory.search;

import fr.plisante.events.directory.DirectoryEntryChanged;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds people and teams that one can write to. */
@RestController
@RequestMapping("/api/directory/entries")
class EntryController {

    private static final int MOST = 50;

    private final CurrentIndex index;

    EntryController(CurrentIndex index) {
        this.index = index;
    }

    /**
     * The best entries of a search.
     *
     * @param next always null: a search has one page; who finds too much searches more precisely
     * @param more whether there are more than these
     */
    record SearchResult(List<Shown> items, @Nullable String next, boolean more) {}

    /** An entry as every person may see it. */
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
    SearchResult search(SearchCriteria criteria) throws IOException {
        if (!criteria.isLongEnough()) {
            throw SearchRefusals.queryTooShort();
        }
        var found = index.whole().search(Ranking.of(criteria), EntryDocument.ORDER, MOST + 1);
        return new SearchResult(found.stream().limit(MOST).map(Shown::from).toList(), null, found.size() > MOST);
    }

    @GetMapping("/{entryId}")
    Shown entry(@PathVariable UUID entryId) throws IOException {
        return index.whole().find(entryId).stream()
                .findFirst()
                .map(Shown::from)
                .orElseThrow(SearchRefusals::entryNotFound);
    }

    /** The entries of up to 50 addresses; an address without an entry is left out. */
    @GetMapping("/by-address")
    List<Shown> byAddress(@RequestParam @Size(min = 1, max = MOST) List<String> address) throws IOException {
        return index.whole().withAddresses(address).stream().map(Shown::from).toList();
    }
}
