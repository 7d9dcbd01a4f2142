package fr.plisante.registration.mailbox;

import fr.plisante.registration.idempotency.Command;
import fr.plisante.registration.reference.OwnRegion;
import fr.plisante.starter.web.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Organisational mailboxes and their members, managed by an administrator of their region. */
@RestController
@RequestMapping("/api/registration/mailboxes")
class MailboxController {

    private final CreateMailbox createMailbox;
    private final ChangeMembers changeMembers;

    MailboxController(CreateMailbox createMailbox, ChangeMembers changeMembers) {
        this.createMailbox = createMailbox;
        this.changeMembers = changeMembers;
    }

    /** The new mailbox; the same for a repeated request. */
    record Created(UUID mailboxId, String address) {}

    /** Who may open the mailbox from now on. */
    record Members(@NotEmpty @Size(max = 200) Set<@NotNull UUID> members) {}

    /** Who may open the mailbox now. */
    record Changed(UUID mailboxId, List<UUID> members, long version) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestHeader("Idempotency-Key") UUID key, @Valid @RequestBody NewMailbox wanted, Caller caller) {
        OwnRegion.require(caller, wanted.regionId());
        var mailbox = createMailbox.create(wanted, Command.of(key, wanted), caller.origin());
        return new Created(mailbox.mailboxId(), mailbox.state().address());
    }

    @PutMapping("/{mailboxId}/members")
    Changed change(@PathVariable UUID mailboxId, @Valid @RequestBody Members wanted, Caller caller) {
        var mailbox = changeMembers.change(mailboxId, wanted.members(), caller);
        return new Changed(
                mailbox.mailboxId(),
                mailbox.state().members(),
                mailbox.outgoing().version());
    }
}
