package fr.plisante.local.command;

import fr.plisante.local.Platform;
import fr.plisante.samples.SampleData;
import java.util.ArrayList;
import java.util.List;

/** The sample people as the terminal tells of them. */
final class Samples {

    private Samples() {}

    /** Loads them once; the lines of the final table. */
    static List<String> load(Platform platform) {
        SampleData.load(platform.sampleTarget(), step -> System.out.println("  · " + step));
        var lines = new ArrayList<String>();
        for (var person : SampleData.people()) {
            lines.add("%-40s %-24s %s, %s".formatted(person.email(), person.password(), person.name(), person.role()));
        }
        return lines;
    }

    static void demo(Platform platform) {
        System.out.println(SampleData.demo(platform.sampleTarget())
                + " letters are on their way; look into the mailboxes at " + platform.publicUrl() + ".");
    }
}
