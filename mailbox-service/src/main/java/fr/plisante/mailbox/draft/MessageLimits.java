package fr.plisante.mailbox.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How large a message may be, and how many people it may go to. Its size is that of its text (HTML in UTF-8) and of its
 * files as they lie on a disk; MIME makes a third more of it on its way. {@code Drafts} compares when a draft is saved and
 * a file attached, {@code AddUpload} while it arrives, {@code BeginReply} when files are forwarded, {@code CheckRequest}
 * when it is sent.
 */
@Component
public class MessageLimits {

    private static final int MEGABYTE = 1_000_000;

    private final MessageSettings settings;

    MessageLimits(MessageSettings settings) {
        this.settings = settings;
    }

    /** What a text counts. */
    public static long size(String html) {
        return html.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The most bytes that text and files may have together. */
    public long maxBytes() {
        return settings.maxBytes();
    }

    /** The most people. */
    public int maxRecipients() {
        return settings.maxRecipients();
    }

    /** The most files, for empty ones have no bytes to be counted by. */
    public int maxUploads() {
        return settings.maxUploads();
    }

    /** The most bytes as people read them. */
    public long maxMegabytes() {
        return settings.maxBytes() / MEGABYTE;
    }

    /** Refuses a draft of more bytes than a message may have. */
    public void requireDraft(long size) {
        if (size > settings.maxBytes()) {
            throw DraftRefusals.tooLarge(maxMegabytes());
        }
    }

    /** Refuses more recipients than the setting allows, naming the field that is too long. */
    public void requireRecipients(List<String> to, List<String> cc) {
        if (to.size() + cc.size() > settings.maxRecipients()) {
            throw DraftRefusals.tooManyRecipients(
                    to.size() > settings.maxRecipients() ? "to" : "cc", settings.maxRecipients());
        }
    }
}
