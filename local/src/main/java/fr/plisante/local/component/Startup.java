package fr.plisante.local.component;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Starts one component and waits until it answers, or says in one sentence why it does not. */
public final class Startup {

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final long LARGE_LOG = 20L << 20;

    private Startup() {}

    public static Running start(Launch launch, Path notes) {
        launch.ports().forEach(port -> requireFree(launch.name(), port));
        setAsideLargeLog(launch.log());
        var running = Running.start(launch, notes);
        try {
            awaitHealth(launch, running);
            return running;
        } catch (StartFailed e) {
            running.kill();
            throw e;
        }
    }

    private static void awaitHealth(Launch launch, Running running) {
        var deadline = System.nanoTime() + launch.patience().toNanos();
        while (!launch.health().good()) {
            if (running.ended(GLANCE)) {
                throw new StartFailed(launch.name() + " stopped while it was starting: " + lastWords(launch.log())
                        + "\nIts whole log is " + launch.log() + ".");
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailed(launch.name() + " did not answer within "
                        + launch.patience().toSeconds() + " s; its log is " + launch.log() + ".");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new StartFailed("The start was interrupted.");
            }
        }
        if (!running.alive()) {
            throw new StartFailed(launch.name() + " stopped at once, and another program answers in its place: "
                    + lastWords(launch.log()));
        }
    }

    public static void requireFree(String name, int port) {
        try {
            bound(port).close();
        } catch (IOException e) {
            throw new StartFailed(
                    "Port " + port + ", which " + name + " needs, is taken by another program: stop that program, or"
                            + " choose other ports, for example PLISANTE_PORT_BASE=9080 ./plisante up.",
                    e);
        }
    }

    /** A port nobody uses now. */
    public static int freePort() {
        try (var socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailed("No free port was found: " + e.getMessage(), e);
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static void setAsideLargeLog(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartFailed("The log " + log + " cannot be set aside: " + e.getMessage(), e);
        }
    }

    /** The end of a log, where the reason usually stands. */
    public static String lastWords(Path log) {
        try {
            var told = Files.readString(log)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("at "))
                    .toList();
            return String.join("\n  ", told.subList(Math.max(0, told.size() - 6), told.size()));
        } catch (IOException _) {
            return "it wrote no log";
        }
    }
}
