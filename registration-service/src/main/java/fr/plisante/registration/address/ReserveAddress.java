package fr.plisante.registration.address;

import fr.plisante.registration.idempotency.Command;
import fr.plisante.registration.reference.References.Region;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reserves an address under the operator's domain; the same request again gets the same address. */
@Component
public class ReserveAddress {

    private static final int MOST_HOMONYMS = 10_000;

    private final Addresses addresses;
    private final AddressSettings settings;

    ReserveAddress(Addresses addresses, AddressSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    /** {@code prenom.nom@label.region.operator}, or the first free homonym of it. */
    public String ofPerson(String givenName, String familyName, String label, Region region, Command command) {
        var name = LocalPart.of(givenName, familyName);
        return addresses
                .reservedFor(command)
                .orElseGet(() -> IntStream.rangeClosed(1, MOST_HOMONYMS)
                        .mapToObj(rank -> name.homonym(rank).text() + "@" + domain(label, region))
                        .filter(address -> addresses.take(address, command))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No homonym is left of " + name.text())));
    }

    /** Exactly {@code localPart@label.region.operator}, unless another request has it. */
    public Optional<String> ofStructure(String localPart, String label, Region region, Command command) {
        var address = localPart + "@" + domain(label, region);
        return addresses
                .reservedFor(command)
                .or(() -> addresses.take(address, command) ? Optional.of(address) : Optional.empty());
    }

    /** Whether an e-mail address is one of ours: a code sent there could never be read. */
    public boolean isOurs(String email) {
        var domain = email.substring(email.indexOf('@') + 1);
        return domain.equals(settings.operatorDomain()) || domain.endsWith("." + settings.operatorDomain());
    }

    private String domain(String label, Region region) {
        return label + "." + region.regionId() + "." + settings.operatorDomain();
    }
}
