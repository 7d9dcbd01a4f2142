package fr.plisante.notification.notice;

import fr.plisante.notification.notice.Notice.State;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import fr.plisante.starter.web.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets a region's administrator see what could not be delivered, and have it tried again. */
@RestController
@RequestMapping("/api/notification/notices")
class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    /**
     * A notice as an operator sees it.
     *
     * @param since when the next attempt may be, or since when it is settled
     */
    record Shown(
            String id,
            UUID noticeId,
            Notice.Kind kind,
            UUID accountId,
            State state,
            @Nullable String reason,
            int attempts,
            Instant createdAt,
            @Nullable Instant since) {

        static Shown from(Notice notice) {
            var lease = notice.lease();
            return new Shown(
                    notice.id(),
                    notice.noticeId(),
                    notice.kind(),
                    notice.accountId(),
                    notice.state(),
                    lease.reason(),
                    lease.attempts(),
                    notice.createdAt(),
                    lease.due() == null ? notice.settledAt() : lease.due());
        }
    }

    @GetMapping
    Page<Shown> list(@RequestParam(defaultValue = "FAILED") State state, Paging paging, Caller caller) {
        if (state == State.UNKNOWN) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid-request").about("state");
        }
        var found = notices.ofRegion(caller.regionId(), state, paging.after(UUID::fromString), paging.fetch());
        return paging.page(found, Notice::noticeId).map(Shown::from);
    }

    /** Those that failed since then; {@code failure} is the code of their {@code NoticeFailed} or its beginning, as {@code 5.7}. */
    record Wanted(
            @NotNull Instant since,
            @Nullable @Pattern(regexp = "[a-z0-9.-]{1,40}") String failure) {}

    @PostMapping("/replay")
    Notices.Replayed replayAll(@Valid @RequestBody Wanted wanted, Caller caller) {
        return notices.replay(caller.regionId(), wanted.since(), wanted.failure(), caller.accountId());
    }

    @PostMapping("/{id}/replay")
    Shown replay(@PathVariable String id, Caller caller) {
        var notice = notices.find(id, caller.regionId())
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "notice-not-found"));
        var replayed = notices.replay(notice, caller.accountId());
        return Shown.from(replayed.orElse(notice));
    }
}
