package fr.plisante.local.sink;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The captured mails: one file each, a line of JSON and then the mail as it came. A mail counts when its file has its
 * name, so what was answered with 250 survives a kill of any process. Nothing of them is held in memory, and beyond
 * {@value #KEPT} the oldest goes.
 */
final class Mails {

    static final int KEPT = 50_000;

    private static final String SUFFIX = ".mail";
    private static final Pattern NAME = Pattern.compile("(\\d{8,18})\\" + SUFFIX);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final int kept;
    private long first;
    private long last;

    private Mails(Path folder, int kept) {
        this.folder = folder;
        this.kept = kept;
    }

    static Mails in(Path folder, int kept) throws IOException {
        Files.createDirectories(folder);
        var mails = new Mails(folder, kept);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    mails.found(Long.parseLong(name.group(1)));
                } else {
                    // Half a mail, cut by a kill before it was answered.
                    Files.delete(file);
                }
            }
        }
        mails.bound();
        return mails;
    }

    private void found(long seq) {
        first = first == 0 ? seq : Math.min(first, seq);
        last = Math.max(last, seq);
    }

    /** Keeps a mail and says under which number. */
    long keep(String from, List<String> to, InputStream content) throws IOException {
        var incoming = Files.createTempFile(folder, "incoming", ".raw");
        try {
            try (var out = Files.newOutputStream(incoming)) {
                out.write(JSON.writeValueAsBytes(new Mail(0, Instant.now(), from, List.copyOf(to), "", "")));
                out.write('\n');
                content.transferTo(out);
            }
            return publish(incoming);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /** Numbered and shown in one order: who asks for what came after a number misses nothing. */
    private synchronized long publish(Path incoming) throws IOException {
        Files.move(incoming, file(last + 1), StandardCopyOption.ATOMIC_MOVE);
        found(last + 1);
        bound();
        return last;
    }

    private synchronized void bound() throws IOException {
        for (; last - first >= kept; first++) {
            Files.deleteIfExists(file(first));
        }
    }

    /** How many it took since its folder was made; also the number of the newest. */
    synchronized long count() {
        return last;
    }

    /** Oldest first. */
    Stream<Mail> after(long seq) {
        return kept(from -> LongStream.rangeClosed(Math.max(from, seq + 1), last));
    }

    Stream<Mail> newestFirst() {
        return kept(from -> LongStream.rangeClosed(from, last).map(seq -> from + last - seq));
    }

    private synchronized Stream<Mail> kept(LongFunction<LongStream> numbers) {
        return numbers.apply(Math.max(1, first)).mapToObj(this::mail).flatMap(Optional::stream);
    }

    /** The mail whose number is the first group of a path like this, if there is one. */
    Optional<Mail> find(Matcher path) {
        return path.matches() ? mail(Long.parseLong(path.group(1))) : Optional.empty();
    }

    /** The mail as it came, byte for byte. */
    InputStream source(Mail mail) throws IOException {
        var in = open(mail.seq());
        line(in);
        return in;
    }

    private InputStream open(long seq) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file(seq)));
    }

    private Path file(long seq) {
        return folder.resolve(String.format(Locale.ROOT, "%08d%s", seq, SUFFIX));
    }

    /** Only the headers are read. */
    private Optional<Mail> mail(long seq) {
        try (var in = open(seq)) {
            var taken = JSON.readValue(line(in), Mail.class);
            var headers = new InternetHeaders(in);
            var messageId = Objects.requireNonNullElse(headers.getHeader("Message-ID", null), "");
            var subject = Objects.requireNonNullElse(headers.getHeader("Subject", null), "");
            return Optional.of(taken.with(seq, messageId, decoded(MimeUtility.unfold(subject))));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + seq + " cannot be read", e);
        }
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException unknownCharset) {
            return header;
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int read = in.read();
        while (read != '\n' && read >= 0) {
            line.write(read);
            read = in.read();
        }
        return line.toByteArray();
    }
}
