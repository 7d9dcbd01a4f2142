package fr.plisante.bench;

import fr.plisante.local.Layout;
import fr.plisante.local.Platform;
import fr.plisante.local.component.MongoServer;
import fr.plisante.samples.SampleData;
import fr.plisante.samples.SamplePerson;
import fr.plisante.samples.SignIn;
import fr.plisante.samples.SignedIn;
import fr.plisante.samples.Tokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The product of a measurement, on ports and data of its own, with the sample people in it. */
final class Stage implements AutoCloseable {

    private static final int PORT_BASE = 19_280;

    private final Platform platform;

    private Stage(Platform platform) {
        this.platform = platform;
    }

    static Stage open(String name) {
        var layout = Layout.in(Path.of("bench", "target", name + "-" + store()), PORT_BASE);
        say("Store: " + layout.store().title() + ". Starting...");
        var platform = Platform.start(layout);
        SampleData.load(platform.sampleTarget());
        return new Stage(platform);
    }

    /** What runs already, with the sample people in it. */
    static Stage of(Platform platform) {
        return new Stage(platform);
    }

    /** Data made on one store means nothing to another. */
    private static String store() {
        return MongoServer.chosen(System.getenv()).name().toLowerCase(Locale.ROOT);
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
        return signIn().tokens(
                        person.email(), person.password(), platform.secrets().client("gateway"));
    }

    /** A session at the gateway, as a browser has it. */
    SignedIn session(SamplePerson person) {
        return signIn().as(person.email(), person.password());
    }

    private SignIn signIn() {
        return new SignIn(platform.publicUrl(), platform.url("smtp-sink"));
    }

    String mongodbUri() {
        return "mongodb://127.0.0.1:" + platform.layout().ports().of("mongodb") + "/";
    }

    String kafka() {
        return "127.0.0.1:" + platform.layout().ports().of("kafka");
    }

    static void say(String line) {
        System.out.println(line);
    }

    @Override
    public void close() {
        platform.stop();
    }
}
