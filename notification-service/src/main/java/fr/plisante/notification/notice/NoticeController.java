package fr.plisante.notification.notice;

import fr.plisante.notification.notice.Notice.State;
import fr.plisante.starter.web.Caller;
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

    private static final int PAGE = 50;

    private final Notices notices;
    private final NoticeSending sending;

    NoticeController(Notices notices, NoticeSending sending) {
        this.notices = notices;
        this.sending = sending;
    }

    /** A page of notices; {@code next} is the cursor of the following one. */
    record Page(List<Shown> notices, @Nullable UUID next) {}

    /** A notice as an operator sees it. */
    record Shown(
            String id,
            UUID noticeId,
            Notice.Kind kind,
            UUID accountId,
            State state,
            @Nullable String reason,
            int attempts,
            Instant createdAt,
            Instant since) {

        static Shown from(Notice notice) {
            return new Shown(
                    notice.id(),
                    notice.noticeId(),
                    notice.kind(),
                    notice.accountId(),
                    notice.state(),
                    notice.reason(),
                    notice.attempts(),
                    notice.createdAt(),
                    notice.dueAt());
        }
    }

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "FAILED") State state,
            @RequestParam(required = false) @Nullable UUID before,
            Caller caller) {
        var found = notices.page(caller.regionId(), state, before, PAGE);
        var next = found.size() < PAGE ? null : found.getLast().noticeId();
        return new Page(found.stream().map(Shown::from).toList(), next);
    }

    @PostMapping("/{id}/replay")
    Shown replay(@PathVariable String id, Caller caller) {
        var region = caller.regionId();
        var notice = notices.find(id, region).orElseThrow(NoticeNotFound::new);
        notices.replay(notice, caller.accountId());
        sending.wake(List.of(id));
        return notices.find(id, region).map(Shown::from).orElseThrow(NoticeNotFound::new);
    }

    /** Nothing of that name in the caller's region. */
    static class NoticeNotFound extends Refusal {

        private static final long serialVersionUID = 1L;

        NoticeNotFound() {
            super(HttpStatus.NOT_FOUND, "notice-not-found");
        }
    }
}
