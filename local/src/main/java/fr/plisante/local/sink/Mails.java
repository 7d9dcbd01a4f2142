package fr.plisante.local.sink;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The captured mails: one file each, a line of JSON and then the mail as it came. A mail counts only when its file and
 * its name are on the disk, so what was answered with 250 survives any kill.
 */
final class Mails {

    private static final String SUFFIX = ".mail";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final ConcurrentSkipListMap<Long, Mail> mails = new ConcurrentSkipListMap<>();

    private Mails(Path folder) {
        this.folder = folder;
    }

    static Mails in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var mails = new Mails(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(SUFFIX)) {
                    var mail = head(file);
                    mails.mails.put(mail.seq(), mail);
                } else {
                    // Half a mail, cut by a kill before it was answered.
                    Files.delete(file);
                }
            }
        }
        return mails;
    }

    /** Keeps a mail for good and says under which number. */
    Mail keep(String from, List<String> to, InputStream content) throws IOException {
        var raw = Files.createTempFile(folder, "incoming", ".raw");
        var whole = Files.createTempFile(folder, "incoming", ".whole");
        try {
            Files.copy(content, raw, StandardCopyOption.REPLACE_EXISTING);
            var mail = envelope(from, to, raw);
            write(mail, raw, whole);
            return publish(mail, whole);
        } finally {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(whole);
        }
    }

    private static void write(Mail mail, Path raw, Path whole) throws IOException {
        try (var channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write((JSON.writeValueAsString(mail) + "\n").getBytes(StandardCharsets.UTF_8));
            Files.copy(raw, out);
            channel.force(true);
        }
    }

    private Mail publish(Mail mail, Path whole) throws IOException {
        Mail numbered;
        // Numbered and shown in one order: who asks for what came after a number misses nothing.
        synchronized (this) {
            numbered = mail.numbered(mails.isEmpty() ? 1 : mails.lastKey() + 1);
            Files.move(whole, file(numbered.seq()), StandardCopyOption.ATOMIC_MOVE);
            mails.put(numbered.seq(), numbered);
        }
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
        return numbered;
    }

    int count() {
        return mails.size();
    }

    Collection<Mail> after(long seq) {
        return mails.tailMap(seq, false).values();
    }

    Stream<Mail> newestFirst() {
        return mails.descendingMap().values().stream();
    }

    /** The mail whose number is the first group of a path like this, if there is one. */
    Optional<Mail> find(Matcher path) {
        return path.matches() ? Optional.ofNullable(mails.get(Long.parseLong(path.group(1)))) : Optional.empty();
    }

    /** The mail as it came, byte for byte. */
    InputStream source(Mail mail) throws IOException {
        var in = Files.newInputStream(file(mail.seq()));
        skipLine(in);
        return new BufferedInputStream(in);
    }

    private Path file(long seq) {
        return folder.resolve(String.format(Locale.ROOT, "%08d%s", seq, SUFFIX));
    }

    private static Mail head(Path file) throws IOException {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            var line = lines.readLine();
            if (line == null) {
                throw new IOException(file + " is empty");
            }
            var name = file.getFileName().toString();
            return JSON.readValue(line.getBytes(StandardCharsets.ISO_8859_1), Mail.class)
                    .numbered(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
        }
    }

    private static void skipLine(InputStream in) throws IOException {
        int read = in.read();
        while (read != '\n' && read >= 0) {
            read = in.read();
        }
    }

    private static Mail envelope(String from, List<String> to, Path raw) throws IOException {
        // Shared: only the headers are read into memory.
        try (var in = new SharedFileInputStream(raw.toFile())) {
            var message = new MimeMessage(MailContent.SESSION, in);
            return new Mail(
                    0,
                    Instant.now(),
                    from,
                    List.copyOf(to),
                    Objects.requireNonNullElse(message.getMessageID(), ""),
                    Objects.requireNonNullElse(message.getSubject(), ""));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }
}
