package fr.plisante.auth.code;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.plisante.auth.code.CheckCode.Checked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Codes for Keycloak's authenticator, which alone may call here. */
@RestController
@RequestMapping("/internal/codes")
class CodeController {

    private final IssueCode issueCode;
    private final CheckCode checkCode;

    CodeController(IssueCode issueCode, CheckCode checkCode) {
        this.issueCode = issueCode;
        this.checkCode = checkCode;
    }

    /** Somebody typed a right password. */
    record Wanted(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{8,128}") String signInId,

            @NotNull UUID accountId,

            @NotBlank String regionId,

            @NotNull @Size(max = 254) @Pattern(regexp = "[^\\s@]+@[^\\s@]+") String email,

            @Pattern(regexp = "[A-Za-z-]{0,20}") @Nullable String locale) {

        /** The languages there are mails in. */
        String language() {
            return locale != null && locale.startsWith("en") ? "en" : "fr";
        }
    }

    /** What the person typed. */
    record Typed(@NotNull @Pattern(regexp = "[0-9]{6}") String code) {}

    /** How it went to issue a code. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            String state,
            @Nullable Instant expiresAt,
            @Nullable Instant resendAt,
            @Nullable Instant until,
            @Nullable String email) {

        static State from(Issued issued) {
            return switch (issued) {
                case Issued.Sent sent -> new State("SENT", sent.expiresAt(), sent.resendAt(), null, sent.email());
                case Issued.TooSoon soon -> new State("TOO_SOON", null, soon.resendAt(), null, null);
                case Issued.TooMany many -> new State("TOO_MANY", null, null, many.until(), null);
                case Issued.Locked locked -> new State("LOCKED", null, null, locked.until(), null);
            };
        }
    }

    @PostMapping
    State issue(@Valid @RequestBody Wanted wanted) {
        return State.from(issueCode.issue(
                wanted.signInId(), wanted.accountId(), wanted.regionId(), wanted.email(), wanted.language()));
    }

    @PostMapping("/{signInId}/resend")
    State resend(@PathVariable String signInId) {
        return State.from(issueCode.resend(signInId));
    }

    @PostMapping("/{signInId}/check")
    Checked check(@PathVariable String signInId, @Valid @RequestBody Typed typed) {
        return checkCode.check(signInId, typed.code());
    }
}
