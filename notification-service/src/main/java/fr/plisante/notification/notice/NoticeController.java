package fr.plisante.notification.notice;

import fr.plisante.notification.notice.Notice.State;
import fr.plisante.notification.relay.Dispatch;
import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Page;
import fr.plisante.starter.web.Paging;
import fr.plisante.starter.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets a region's administrator see what could not be delivered, and have it tried again. */
@RestController
@RequestMapping("/api/notification/notices")
class NoticeController {

    private final Notices notices;
    private final Dispatch dispatch;

    NoticeController(Notices notices, Dispatch noticeDispatch) {
        this.notices = notices;
        this.dispatch = noticeDispatch;
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

    @PostMapping("/{id}/replay")
    Shown replay(@PathVariable String id, Caller caller) {
        var notice = notices.find(id, caller.regionId())
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "notice-not-found"));
        var replayed = notices.replay(notice, caller.accountId());
        dispatch.offer(List.of(id));
        return Shown.from(replayed.orElse(notice));
    }
}
