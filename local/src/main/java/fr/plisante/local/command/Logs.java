package fr.plisante.local.command;

import fr.plisante.local.Platform;
import fr.plisante.local.component.StartFailed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;

/** {@code ./plisante logs NAME}: the end of the log and what is added, until Ctrl-C or the component's end. */
final class Logs {

    private static final int TAIL_BYTES = 20_000;
    private static final int GLANCE_MILLIS = 300;

    private Logs() {}

    static void follow(Platform platform, String name) throws IOException {
        var log = platform.log(name);
        if (!Files.exists(log)) {
            throw new StartFailed("There is no log of \"" + name + "\"; ./plisante status lists the components.");
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            if (file.getFilePointer() > 0) {
                file.readLine();
            }
            var buffer = new byte[8192];
            while (true) {
                var read = file.read(buffer);
                if (read > 0) {
                    System.out.write(buffer, 0, read);
                    System.out.flush();
                } else if (!platform.isRunning(name)) {
                    return;
                } else {
                    Thread.sleep(GLANCE_MILLIS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
