package fr.plisante.notification.notice;

import fr.plisante.events.registration.AccountValidated;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** Who a notice is written to: {@code email} is the ordinary address, {@code address} the MSSanté one. */
public record Person(
        @BsonId UUID accountId,
        long sequence,
        UUID mailboxId,
        String regionId,
        String kind,
        String address,
        String email,
        String givenName,
        String familyName,
        String language,
        String timeZone) {

    /** A person as an event tells of them. */
    public static Person from(AccountValidated account, long sequence) {
        return new Person(
                account.accountId(),
                sequence,
                account.mailboxId(),
                account.regionId(),
                account.kind(),
                account.address(),
                account.email(),
                account.givenName(),
                account.familyName(),
                account.language(),
                account.timeZone());
    }

    /** First name and name, as one greets. */
    public String name() {
        return givenName + " " + familyName;
    }

    /** The language of the mails: French unless the account says English. */
    public Locale locale() {
        return language.equals("en") ? Locale.UK : Locale.FRANCE;
    }

    /** Where the person's clock is. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
