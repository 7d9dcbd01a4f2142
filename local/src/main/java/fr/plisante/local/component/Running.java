package fr.plisante.local.component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One child process, known to every terminal by its note (pid and start time) in the data folder. */
public record Running(String name, ProcessHandle process, Path note) {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Starts the process, output to its log, and notes its pid. */
    public static Running start(Launch launch, Path notes) {
        try {
            Files.createDirectories(launch.folder());
            Files.createDirectories(launch.log().getParent());
            Files.createDirectories(notes);
            var builder = new ProcessBuilder(launch.command())
                    .directory(launch.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().putAll(launch.environment());
            return noted(launch.name(), builder.start().toHandle(), notes);
        } catch (IOException e) {
            throw new StartFailed(launch.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Notes a process that is running already, the launcher itself for one. */
    public static Running noted(String name, ProcessHandle process, Path notes) throws IOException {
        Files.createDirectories(notes);
        var started = process.info().startInstant().orElse(Instant.now());
        var note = notes.resolve(name + ".pid");
        // Whole or not at all: another terminal may be reading.
        var fresh = notes.resolve(name + ".fresh");
        Files.writeString(fresh, process.pid() + " " + started.toEpochMilli() + "\n");
        Files.move(fresh, note, StandardCopyOption.ATOMIC_MOVE);
        return new Running(name, process, note);
    }

    /** Everything noted in this folder that is still alive and truly ours: a pid used again by the machine is not. */
    public static List<Running> alive(Path notes) {
        if (!Files.isDirectory(notes)) {
            return List.of();
        }
        var alive = new ArrayList<Running>();
        try (var files = Files.list(notes)) {
            for (var note :
                    files.filter(f -> f.toString().endsWith(".pid")).sorted().toList()) {
                find(note).ifPresent(alive::add);
            }
        } catch (IOException e) {
            throw new StartFailed(
                    "The notes of running processes in " + notes + " cannot be read: " + e.getMessage(), e);
        }
        return alive;
    }

    public static Optional<Running> find(Path notes, String name) {
        return find(notes.resolve(name + ".pid"));
    }

    private static Optional<Running> find(Path note) {
        try {
            if (!Files.exists(note)) {
                return Optional.empty();
            }
            var words = Files.readString(note).strip().split(" ", -1);
            var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            var name = note.getFileName().toString().replaceFirst("\\.pid$", "");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .map(at -> Duration.between(at, started).abs().compareTo(TOLERANCE) < 0)
                            .orElse(false))
                    .map(process -> new Running(name, process, note));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException _) {
            // A note cut off by a crash names no process that could be recognised.
            return Optional.empty();
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** kill -9, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
        forget();
    }

    /** Asks it to stop and kills it when it does not within the time. */
    public void stop(Duration patience) {
        process.destroy();
        if (!ended(patience)) {
            process.destroyForcibly();
            ended(Duration.ofSeconds(10));
        }
        forget();
    }

    /** Waits so long for its end, unless the thread is interrupted; says whether it has ended. */
    boolean ended(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return !process.isAlive();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes the note away: it is not ours to end any more. */
    public void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new StartFailed("The note " + note + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Resident memory in bytes, 0 where the system does not tell. */
    public long residentBytes() {
        var status = Path.of("/proc", Long.toString(pid()), "status");
        try (var lines = Files.lines(status, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }
}
