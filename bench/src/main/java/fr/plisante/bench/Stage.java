package fr.plisante.bench;

import fr.plisante.local.Layout;
import fr.plisante.local.Platform;
import fr.plisante.local.component.MongoServer;
import fr.plisante.samples.SampleData;
import fr.plisante.samples.SamplePerson;
import fr.plisante.samples.SignedIn;
import fr.plisante.samples.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** The product of a measurement, on ports and data of its own, with the sample people in it. */
final class Stage implements AutoCloseable {

    private static final int PORT_BASE = 19_280;

    private final Platform platform;

    /** What runs already, with the sample people in it. */
    Stage(Platform platform) {
        this.platform = platform;
    }

    static Stage open(String name) {
        // Data made on one store means nothing to another.
        var store = MongoServer.chosen(System.getenv());
        var data = Path.of("bench", "target", name + "-" + store.name().toLowerCase(Locale.ROOT));
        say("Store: " + store.title() + ". Starting...");
        var platform = Platform.start(Layout.in(data, PORT_BASE));
        SampleData.load(platform.sampleTarget());
        return new Stage(platform);
    }

    /** Where its data lie. */
    Path data() {
        return platform.layout().data();
    }

    Platform platform() {
        return platform;
    }

    /** The people of the samples who may write to each other, each signed in with a token of their own. */
    List<Correspondent> correspondents(int most) {
        return SampleData.people().stream()
                .filter(person -> !person.administrator())
                .limit(most)
                .map(person -> Correspondent.of(person, tokens(person), platform.publicUrl()))
                .toList();
    }

    /** A token of strong sign-in. */
    Tokens tokens(SamplePerson person) {
        var secret = platform.secrets().client("gateway");
        return platform.sampleTarget().signIn().tokens(person.email(), person.password(), secret);
    }

    /** A session at the gateway, as a browser has it. */
    SignedIn session(SamplePerson person) {
        return platform.sampleTarget().signIn().as(person.email(), person.password());
    }

    /** Half, 19 of 20 and 99 of 100 are not above these. */
    static String percentiles(Collection<? extends Number> measured) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f  p95 %.1f  p99 %.1f  max %.1f",
                percentile(measured, 50),
                percentile(measured, 95),
                percentile(measured, 99),
                percentile(measured, 100));
    }

    /** What so many of a hundred are not above; not a number when nothing was measured. */
    static double percentile(Collection<? extends Number> measured, int percent) {
        var sorted = measured.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Looks until it is so or the patience ends. */
    static void await(Duration patience, BooleanSupplier isSo) {
        var until = Instant.now().plus(patience);
        while (!isSo.getAsBoolean() && Instant.now().isBefore(until)) {
            pause(200);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void say(String line) {
        System.out.println(line);
    }

    @Override
    public void close() {
        platform.stop();
    }
}
