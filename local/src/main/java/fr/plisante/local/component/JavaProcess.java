package fr.plisante.local.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a small Java child process. */
public final class JavaProcess {

    private JavaProcess() {}

    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Flags that keep start-up short and a dozen processes under 3 GB: one compiler tier, one collector thread. */
    public static List<String> command(int heapMegabytes, List<String> more) {
        var command = new ArrayList<String>(List.of(
                home().resolve("bin/java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8"));
        command.addAll(more);
        return command;
    }
}
